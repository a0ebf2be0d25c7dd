from collections.abc import Callable, Iterable, Iterator

class Token:
    text: str
    original: str
    pos: int
    startchar: int
    endchar: int
    stopped: bool
    mode: str
    def __init__(self, positions: bool = ..., chars: bool = ..., removestops: bool = ..., mode: str = ...) -> None: ...
    def copy(self) -> Token: ...

class Composable:
    def __or__(self, other: Composable) -> Analyzer: ...

class Analyzer(Composable):
    def __call__(self, value: str, *, mode: str = ..., removestops: bool = ...) -> Iterator[Token]: ...

class Tokenizer(Composable): ...

class Filter(Composable):
    def __call__(self, tokens: Iterable[Token]) -> Iterator[Token]: ...

class StemFilter(Filter):
    def __init__(self, stemfn: Callable[[str], str] = ..., cachesize: int | None = ...) -> None: ...

def LanguageAnalyzer(lang: str) -> Analyzer: ...
