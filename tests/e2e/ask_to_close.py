"""Asks the windows of a process to close, as the cross of a window frame does (WM_DELETE_WINDOW).

Under Xvfb there is no window manager that could do it. Usage: ask_to_close.py PID; prints "asked".
"""

import ctypes
import sys
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_ubyte, c_uint, c_ulong, c_void_p

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = c_void_p
x11.XDefaultRootWindow.argtypes = [c_void_p]
x11.XDefaultRootWindow.restype = c_ulong
x11.XInternAtom.argtypes = [c_void_p, c_char_p, c_int]
x11.XInternAtom.restype = c_ulong
x11.XQueryTree.argtypes = [c_void_p, c_ulong, POINTER(c_ulong), POINTER(c_ulong), POINTER(POINTER(c_ulong)), POINTER(c_uint)]
x11.XGetWindowProperty.argtypes = [
    c_void_p, c_ulong, c_ulong, c_long, c_long, c_int, c_ulong,
    POINTER(c_ulong), POINTER(c_int), POINTER(c_ulong), POINTER(c_ulong), POINTER(POINTER(c_ubyte)),
]
x11.XSendEvent.argtypes = [c_void_p, c_ulong, c_int, c_long, c_void_p]
x11.XCloseDisplay.argtypes = [c_void_p]

CLIENT_MESSAGE = 33
ANY_TYPE = 0


class ClientMessage(ctypes.Structure):
    """XClientMessageEvent, padded to the size of an XEvent."""

    _fields_ = [
        ("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p), ("window", c_ulong),
        ("message_type", c_ulong), ("format", c_int), ("data", c_long * 5), ("padding", c_long * 24),
    ]


display = x11.XOpenDisplay(None)


def atom(name):
    return x11.XInternAtom(display, name, False)


def longs_of(window, name):
    """The numbers of a property; Xlib gives 32 bits each as a long."""
    kind, form, count, rest = c_ulong(), c_int(), c_ulong(), c_ulong()
    value = POINTER(c_ubyte)()
    x11.XGetWindowProperty(
        display, window, atom(name), 0, 32, False, ANY_TYPE,
        byref(kind), byref(form), byref(count), byref(rest), byref(value),
    )
    if form.value != 32:
        return []
    return list(ctypes.cast(value, POINTER(c_ulong))[: count.value])


def below(window):
    root, parent, children, count = c_ulong(), c_ulong(), POINTER(c_ulong)(), c_uint()
    x11.XQueryTree(display, window, byref(root), byref(parent), byref(children), byref(count))
    for child in children[: count.value]:
        yield child
        yield from below(child)


delete = atom(b"WM_DELETE_WINDOW")
process = int(sys.argv[1])
own = [window for window in below(x11.XDefaultRootWindow(display)) if process in longs_of(window, b"_NET_WM_PID")]
# GTK leads its windows by one that is never shown. It takes a close as well, long before there is any other, and
# does nothing with it.
leaders = {leader for window in own for leader in longs_of(window, b"WM_CLIENT_LEADER")}
found = False
for window in own:
    if window not in leaders and leaders and delete in longs_of(window, b"WM_PROTOCOLS"):
        message = ClientMessage(type=CLIENT_MESSAGE, window=window, message_type=atom(b"WM_PROTOCOLS"), format=32)
        message.data[0] = delete
        x11.XSendEvent(display, window, False, 0, byref(message))
        found = True
x11.XCloseDisplay(display)
if not found:
    sys.exit(f"process {process} has no window that can be closed")
print("asked")
