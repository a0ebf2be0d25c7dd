"""The first contact: checklist, answers, the rules that raise signals, and the next questions."""
