"""The rules as a page to print or keep."""

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.documents.checklist import checklist_as_data
from guidance_kb.documents.page import lines
from guidance_kb.documents.rules import principles, rules, rules_page
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language


def test_the_page_holds_every_rule_the_version_and_what_it_is_not(library: Library, checklist: Checklist) -> None:
    document = checklist_as_data(checklist)
    for language in Language:
        page = rules_page(library, document, language)
        assert page.count("<h3>") == len(rules(library, document))
        assert checklist.version in page
        assert all(lines(principle.say(language)) in page for principle in principles(document))
        for rule in rules(library, document):
            assert all(lines(line.say(language)) in page for line in rule.lines)


def test_what_an_old_document_says_is_escaped(library: Library) -> None:
    evidence = [{"barrier": "<b>", "state": "named", "strength": "firm"}]
    item = {"id": "x", "evidence": evidence, "nl": {"label": "<i>a</i>"}, "en": {"label": "<i>a</i>"}}
    page = rules_page(library, {"version": "<u>", "items": [item]}, Language.NL)
    for piece in ("<b>", "<i>", "<u>"):
        assert piece not in page
