"""The first contact: checklist, answers, the rules that raise signals, and what to ask next."""
