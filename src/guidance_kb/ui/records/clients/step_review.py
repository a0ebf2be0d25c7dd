"""The question how an agreed step went, in a second conversation and in a call."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from guidance_kb.casebook.records.steps import STEP_RESULTS, Step, StepResult
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.records.clients.record_format import RecordFormatter
from guidance_kb.ui.widgets.basics import button, column, label
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.radio_group import OneOf


class StepReview(QWidget):
    """One step, and how it went: one of four results.

    Args:
        says: Formats the terms of the step.
        step: The step.
        result: How it went, if that was asked.
        chosen: Called with the result that the counselor chooses.
    """

    def __init__(
        self, says: RecordFormatter, step: Step, result: StepResult | None, chosen: Callable[[StepResult], object]
    ) -> None:
        super().__init__()
        content = column(self, spacing=2)
        content.addWidget(label(step.terms.what))
        content.addWidget(label(says.asked(step), "caption"))
        answers = FlowLayout(spacing=6)
        self._group = OneOf(self)
        self.results: dict[StepResult, QPushButton] = {}
        for each, text in STEP_RESULTS.items():
            made = button(as_title(text), "state", partial(chosen, each), checkable=True)
            made.setAccessibleName(f"{as_title(text)}: {step.terms.what}")
            made.setObjectName(f"review-{step.id}-{each.value}")
            made.setChecked(result is each)
            self.results[each] = made
            self._group.addButton(made)
            answers.addWidget(made)
        add_layout(content, answers)
