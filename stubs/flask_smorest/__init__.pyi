"""What we use of flask-smorest, which ships no types."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import flask
from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import Schema

P = ParamSpec("P")
R = TypeVar("R")

class Blueprint(flask.Blueprint):
    def arguments(
        self, schema: type[Schema] | Schema, *, location: str = ..., required: bool = ...
    ) -> Callable[[Callable[..., R]], Callable[..., R]]: ...
    def response(
        self,
        status_code: int,
        schema: type[Schema] | Schema | dict[str, Any] | None = ...,
        *,
        description: str = ...,
        content_type: str = ...,
    ) -> Callable[[Callable[P, R]], Callable[P, R]]: ...
    def alt_response(
        self, status_code: int, *, schema: type[Schema] | Schema | None = ..., description: str = ...
    ) -> Callable[[Callable[P, R]], Callable[P, R]]: ...
    def doc(self, **kwargs: Any) -> Callable[[Callable[P, R]], Callable[P, R]]: ...

class Api:
    spec: APISpec
    ma_plugin: MarshmallowPlugin
    ERROR_SCHEMA: type[Schema]
    def __init__(self, app: flask.Flask | None = ..., *, spec_kwargs: dict[str, Any] | None = ...) -> None: ...
    def register_blueprint(self, blueprint: flask.Blueprint, **options: Any) -> None: ...
