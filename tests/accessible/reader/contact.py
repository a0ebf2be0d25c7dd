"""Holds a first contact."""

from reader.screenreader import ScreenReader


def play(reader: ScreenReader) -> None:
    """Does it."""
    import time
    def p(): 
        import gi
        from gi.repository import GLib
        e=time.time()+.7
        while time.time()<e:
            GLib.MainContext.default().iteration(may_block=False)
    p()
    for k in ["Alt+4","Down","1","Down","Down","1","Enter","2","o","c","Tab","Tab","Tab","Tab","Tab","Escape","k","Down","Enter"]:
        reader.press(k); p()
    for each in reader.all(): print(each.get_role_name(), repr(each.get_name()), repr(each.get_description())[:100])
