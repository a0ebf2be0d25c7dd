"""Times, sizes, counts and comparisons of casebooks as text."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QObject, QTime

from guidance_kb.casebook.backup.backups import FOLDER, Backup
from guidance_kb.casebook.backup.restoration import Restored
from guidance_kb.casebook.records.differences import DifferenceLine, Preview
from guidance_kb.casebook.storage.integrity import Contents


class AdminTexts(QObject):
    """Formats values for the administration pages in the current language."""

    def day(self, day: date) -> str:
        """Format a day: `24 November 2026`."""
        return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")

    def moment(self, moment: datetime) -> str:
        """Format a time in the local time zone: `Tue 24 Nov 2026, 14:02`."""
        local = moment.astimezone()
        day = QLocale().toString(QDate(local.year, local.month, local.day), "ddd d MMM yyyy")
        return f"{day}, {QLocale().toString(QTime(local.hour, local.minute), 'HH:mm')}"

    def size(self, size: int) -> str:
        """Format a size in bytes: `1.4 MB`."""
        return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)

    def backup(self, backup: Backup) -> str:
        """Describe a backup on one line: its time, its size, and whether it dates from before a restore."""
        said = f"{self.moment(backup.made)} · {self.size(backup.size)}"
        return self.tr("{backup} · from before a restore").format(backup=said) if backup.replaced else said

    def clients(self, count: int) -> str:
        """Format a number of clients: `3 clients`."""
        return self.tr("1 client") if count == 1 else self.tr("{count} clients").format(count=count)

    def conversations(self, count: int) -> str:
        """Format a number of conversations: `7 conversations`."""
        return self.tr("1 conversation") if count == 1 else self.tr("{count} conversations").format(count=count)

    def extent(self, *, sessions: int, steps: int, follow_ups: int, notes: int) -> str:
        """Describe the size of a record: `2 conversations, 4 steps, 1 note`; zero counts are left out."""
        said = [self.conversations(sessions)] if sessions else []
        if steps:
            said.append(self.tr("1 step") if steps == 1 else self.tr("{count} steps").format(count=steps))
        if follow_ups:
            moments = self.tr("{count} moments of follow-up").format(count=follow_ups)
            said.append(self.tr("1 moment of follow-up") if follow_ups == 1 else moments)
        if notes:
            said.append(self.tr("1 note") if notes == 1 else self.tr("{count} notes").format(count=notes))
        return ", ".join(said) or self.tr("nothing but the code")

    def contents(self, contents: Contents) -> str:
        """Describe the contents of a casebook: `3 clients, 7 conversations`."""
        return f"{self.clients(contents.clients)}, {self.conversations(contents.sessions)}"

    def preview(self, preview: Preview) -> Iterator[tuple[str, str]]:
        """Yield the contents of a backup and the changes by restoring it: headings, some empty, with the lines under each."""
        of = self.tr("Backup of {moment}: {contents}.")
        yield "", of.format(moment=self.moment(preview.made), contents=self.contents(preview.contents))
        if not preview.compared:
            yield "", self.tr("There are no readable records here to compare with. All of this is added:")
        elif preview.alike and preview.erased_again:
            yield (
                "",
                self.tr(
                    "Apart from who has been erased since, it holds the same as the current records: nothing would change."
                ),
            )
        elif preview.alike:
            yield "", self.tr("It holds the same as the current records: nothing about any client would change.")
        yield from self.changes(preview)
        if preview.compared and preview.same and not preview.alike:
            yield "", self.tr("Stays as it is: {clients}.").format(clients=self.clients(preview.same))
        if preview.erased_again:
            yield "", self.erased_since(preview)

    def erased_since(self, preview: Preview) -> str:
        """Describe how many clients of a backup were erased after it was made."""
        erased = self.tr("Erased since that day, and stays erased: {clients}.")
        return erased.format(clients=self.clients(preview.erased_again))

    def outcome(self, restored: Restored) -> Iterator[str]:
        """Yield the effects of a restore, one per line."""
        yield self.tr("The backup is in its place.")
        if restored.kept is not None:
            kept = (
                self.tr("What was here before is kept as a backup “from before a restore”: {folder}.")
                if restored.kept.parent.name == FOLDER
                else self.tr("What was damaged was set aside and is kept, in the folder {folder}.")
            )
            yield kept.format(folder=restored.kept.name)
        if restored.erased_again:
            erased = self.tr("Erased again, because they had been erased since: {clients}.")
            yield erased.format(clients=self.clients(restored.erased_again))
        if restored.slots_of_backup:
            yield self.tr("The passphrase and the recovery key of that day apply again.")
        else:
            yield self.tr("Your passphrase and recovery key stay as they are.")

    def changes(self, preview: Preview) -> Iterator[tuple[str, str]]:
        """Yield the changes by a restore: headings, with the clients under each, one per line."""
        for heading, lines in (
            (self.tr("Comes back"), preview.come),
            (self.tr("Is lost: only in the current records"), preview.lost),
            (self.tr("Becomes as it was then"), preview.changed),
        ):
            if lines:
                yield heading, self._lines(lines)

    def losing(self, preview: Preview) -> set[str]:
        """Return the headings of `changes` under which data would be lost."""
        headings = {self.tr("Is lost: only in the current records")}
        return headings | ({self.tr("Becomes as it was then")} if any(line.go for line in preview.changed) else set())

    def _lines(self, lines: Sequence[DifferenceLine]) -> str:
        return "\n".join(self._line(line) for line in lines)

    def _line(self, line: DifferenceLine) -> str:
        said = [line.code]
        if line.come:
            said.append(self.tr("back: {what}").format(what=self.conversations(line.come)))
        if line.go:
            said.append(self.tr("lost: {what}").format(what=self.conversations(line.go)))
        return " · ".join(said)
