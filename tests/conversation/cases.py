"""What answers raise, one case a line: the rules as a table to read, on the real checklist."""

from collections.abc import Mapping
from typing import NamedTuple

from guidance_kb.conversation.answers import GAP, Answer, By, State

# One case a line: what was answered → the signals, in their order.
#   named, not: said by the client (named, not an issue) · seen: observed by the counselor · declined, open · ! means "discuss now"
TABLE = """
nothing answered            |                                                    |
one firm                    | vraag-schulden named                               | debts! money
firm, and a hint            | vraag-school named                                 | bad-school-experience! learning-not-for-me
only weak                   | vraag-gestopt named                                | no-welcome poor-fit
two weak of one client      | vraag-vertrouwen named, vraag-tegenslag seen       | low-self-belief! fear-of-failure!
two weak, nothing firm      | vraag-gestopt named, vraag-niveau seen             | poor-fit! course-level no-welcome
two weak of three items     | vraag-post seen, vraag-hulp-aanvraag named         | complex-rules! debts
weak and weak make firm     | vraag-gestopt named, vraag-niveau named            | course-level! poor-fit! no-welcome
firm and weak               | vraag-keuze named, vraag-gestopt named             | compulsory! poor-fit! no-welcome
three items, one barrier    | vraag-zorg named, vraag-werktijd named             | care-duties! time-and-work! place-and-time!
observed firm               | vraag-geld seen                                    | money unknown-support
observed weak               | vraag-gestopt seen                                 | no-welcome poor-fit
two observed                | vraag-zorg seen, vraag-plek-tijd seen              | care-duties place-and-time
observed and client weak    | vraag-zorg seen, vraag-reizen named                | transport! place-and-time! care-duties
client firm and observed    | vraag-zorg named, vraag-plek-tijd seen             | care-duties! place-and-time!
declined                    | vraag-geld declined                                |
declined although observed  | vraag-geld declined-seen                           |
not an issue                | vraag-geld not                                     |
not an issue, observed      | vraag-geld not-seen                                |
not discussed               | vraag-geld open                                    |
not discussed, observed     | vraag-geld open-seen                               |
declined lifts nothing      | vraag-school named, vraag-nut declined             | bad-school-experience! learning-not-for-me
not an issue lifts nothing  | vraag-school named, vraag-nut not                  | bad-school-experience! learning-not-for-me
unknown item                | vraag-van-vroeger named                            |
a drive                     | vraag-dichtbij named                               | social-nearness!
a need                      | vraag-lukt named                                   | competence!
drive and need              | vraag-samen named                                  | social-nearness relatedness
drives stand first          | vraag-geld named, vraag-zelf-kiezen seen           | autonomy money! unknown-support
drives stand first, weak    | vraag-ervaring named                               | competence unrecognised-skills! diploma-only
two weak of one item        | vraag-post named                                   | debts complex-rules
agreed who may know         | vraag-vertrouwelijk named                          |
a goal of one's own         | vraag-eigen-doel named                             |
said and seen               | vraag-genoeg named, vraag-vastlopen seen           | overestimating-skills!
only seen                   | vraag-vastlopen seen                               | overestimating-skills
sees no use                 | vraag-nut named                                    | no-perceived-benefit!
reading alone is no shame   | vraag-lezen named                                  | reading-and-language!
both firm                   | vraag-gestuurd named, vraag-keuze named            | compulsory! poor-fit
weak needs make one firm    | vraag-samen named, vraag-voorbeeld named           | relatedness! social-nearness competence
two weak of a drive         | vraag-dichtbij seen, vraag-samen named             | social-nearness! relatedness
order of the content        | vraag-beginnen named, vraag-geld named             | money! wait-before-start! unknown-support
two hints           | vraag-gestopt named, vraag-eerste-weken named                             | no-welcome! poor-fit
two hints, denied   | vraag-gestopt named, vraag-eerste-weken named, vraag-welkom not           | no-welcome poor-fit
two hints, declined | vraag-gestopt named, vraag-eerste-weken named, vraag-welkom declined      | no-welcome poor-fit
denied, seen        | vraag-gestopt named, vraag-eerste-weken named, vraag-welkom not-seen      | no-welcome! poor-fit
declined, seen      | vraag-gestopt named, vraag-eerste-weken named, vraag-welkom declined-seen | no-welcome! poor-fit
a hint denied       | vraag-gestopt named, vraag-eerste-weken named, vraag-docent not           | no-welcome! poor-fit
one of two denied   | vraag-post named, vraag-gewone-woorden named, vraag-lezen declined        | complex-rules! debts reading-and-language
one hint, denied    | vraag-tegenslag named, vraag-vertrouwen not                               | fear-of-failure! low-self-belief
firm too, denied    | vraag-keuze named, vraag-gestuurd not                                     | compulsory! poor-fit
a drive, denied     | vraag-samen named, vraag-voorbeeld named, vraag-steun not                 | social-nearness competence relatedness
"""

_WORDS = {
    "named": Answer(State.NAMED),
    "seen": Answer(State.NAMED, By.OBSERVED),
    "not": Answer(State.NOT_AN_ISSUE),
    "not-seen": Answer(State.NOT_AN_ISSUE, By.OBSERVED),
    "declined": Answer(State.DECLINED),
    "declined-seen": Answer(State.DECLINED, By.OBSERVED),
    "open": GAP,
    "open-seen": Answer(by=By.OBSERVED),
}


class Case(NamedTuple):
    """One line of the table."""

    name: str
    answers: Mapping[str, Answer]
    raised: list[str]


def table() -> list[Case]:
    """The cases of the table."""
    cases = []
    for line in TABLE.strip().splitlines():
        name, answered, raised = (cell.strip() for cell in line.split("|"))
        pairs = (answer.split() for answer in answered.split(", ") if answer)
        cases.append(Case(name, {item: _WORDS[word] for item, word in pairs}, raised.split()))
    return cases
