"""Every error this API can answer with (outcomes of single operations are not errors: they come inside a 200).

ApiError                code                status  retryable
  BadRequest            bad_request         400     no      not understood as HTTP or JSON at all
  SignInRequired        sign_in_required    401     no      the phone keeps its outbox
  WrongPassword         wrong_password      401     no      the same for a name that nobody has
  Forbidden             forbidden           403     no      (404 where even the existence is not theirs to know)
  DepositOnly           deposit_only        403     no      a revoked device: hands in its work, reads nothing
  NotFound              not_found           404     no
  MethodNotAllowed      method_not_allowed  405     no      Allow
  Stale                 stale               409     no      somebody was faster: read again
  Expired               expired             410     no      was here, is no longer kept
  PreconditionFailed    precondition_failed 412     no      (tus) a version of it that is not spoken
  TooLarge              too_large           413     no      the limit is in the answer
  UnsupportedType       unsupported_type    415     no
  InvalidInput          invalid_input       422     no      errors: one entry per field
  UpdateRequired        update_required     426     no      pull only; push is never refused for its version
  SlowDown              slow_down           429     yes     Retry-After
  ChecksumMismatch      checksum_mismatch   460     yes     (tus) this chunk arrived damaged
  ServerFault           server_fault        500     yes     a fault of ours; what is safe is said
  Unavailable           unavailable         503     yes     Retry-After
  NoSpace               no_space            507     yes     what is kept, what is not
"""

from collections.abc import Mapping
from typing import ClassVar

from server.language import Language, Sentence

FieldErrors = Mapping[str, list[str]]


class ApiError(Exception):
    """One way of saying no. Keyword facts fill the sentence and are members of the answer."""

    status: ClassVar[int]
    code: ClassVar[str]
    retryable: ClassVar[bool] = False
    title: ClassVar[Sentence]
    sentence: ClassVar[Sentence]

    def __init__(
        self,
        sentence: Sentence | None = None,
        *,
        errors: FieldErrors | None = None,
        retry_after_seconds: int | None = None,
        **facts: str | int,
    ) -> None:
        super().__init__(self.code)
        self.said = sentence or self.sentence
        self.errors = errors
        self.retry_after_seconds = retry_after_seconds
        self.facts = facts

    def detail(self, language: Language) -> str:
        return self.said.say(language, retry_after_seconds=self.retry_after_seconds, **self.facts)


class BadRequest(ApiError):
    status, code = 400, "bad_request"
    title = Sentence("请求无法识别", "Request not understood")
    sentence = Sentence("服务器无法读懂这个请求。", "The server could not read this request.")


class SignInRequired(ApiError):
    status, code = 401, "sign_in_required"
    title = Sentence("请登录", "Sign in")
    sentence = Sentence(
        "请登录。手机上已保存的工作不受影响。", "Please sign in. What is saved on the phone is not affected."
    )


class WrongPassword(ApiError):
    status, code = 401, "wrong_password"
    title = Sentence("登录失败", "Not signed in")
    sentence = Sentence("用户名或密码不正确。", "The name or the password is not right.")


class Forbidden(ApiError):
    status, code = 403, "forbidden"
    title = Sentence("没有权限", "Not allowed")
    sentence = Sentence("您没有权限进行此操作。", "You are not allowed to do this.")


class DepositOnly(ApiError):
    status, code = 403, "deposit_only"
    title = Sentence("此设备已停用", "This device was revoked")
    sentence = Sentence(
        "此设备已被停用：未传的内容仍会上传并留底，不再显示任何资料。重新登录或联系管理员可恢复。",
        "This device was revoked: what it has not sent is still taken and kept, nothing is shown any more. "
        "Sign in again, or ask the operator.",
    )


class NotFound(ApiError):
    status, code = 404, "not_found"
    title = Sentence("找不到", "Not found")
    sentence = Sentence("这里没有您要找的内容。", "There is nothing here for you.")


class MethodNotAllowed(ApiError):
    status, code = 405, "method_not_allowed"
    title = Sentence("不支持的方法", "Method not allowed")
    sentence = Sentence("此地址不支持 {method}。", "This address does not answer to {method}.")


class Stale(ApiError):
    status, code = 409, "stale"
    title = Sentence("已被更改", "Changed meanwhile")
    sentence = Sentence("内容已被他人更改，请重新查看。", "It has been changed meanwhile: please look again.")


class Expired(ApiError):
    status, code = 410, "expired"
    title = Sentence("已过期", "No longer kept")
    sentence = Sentence("此内容已过期，不再保留。", "This is no longer kept.")


class PreconditionFailed(ApiError):
    status, code = 412, "precondition_failed"
    title = Sentence("前提不符", "Precondition failed")
    sentence = Sentence("服务器不支持所用的协议版本。", "The server does not speak this version of the protocol.")


class TooLarge(ApiError):
    status, code = 413, "too_large"
    title = Sentence("内容过大", "Too large")
    sentence = Sentence("内容过大：上限为 {limit} 字节。", "Too large: the limit is {limit} bytes.")


class UnsupportedType(ApiError):
    status, code = 415, "unsupported_type"
    title = Sentence("不支持的类型", "Unsupported type")
    sentence = Sentence("不支持这种内容类型。", "Content of this type is not accepted.")


class InvalidInput(ApiError):
    status, code = 422, "invalid_input"
    title = Sentence("输入有误", "Invalid input")
    sentence = Sentence("有内容不符合要求。", "Something in the input is not as it has to be.")


class UpdateRequired(ApiError):
    status, code = 426, "update_required"
    title = Sentence("需要更新", "Update required")
    sentence = Sentence(
        "应用版本过旧，请更新后再接收数据；发送不受影响。",
        "The app is too old to receive data: please update it. Sending still works.",
    )


class SlowDown(ApiError):
    status, code, retryable = 429, "slow_down", True
    title = Sentence("请稍候", "Slow down")
    sentence = Sentence(
        "尝试次数过多，请在 {retry_after_seconds} 秒后再试。",
        "Too many attempts: please try again in {retry_after_seconds} seconds.",
    )


class ChecksumMismatch(ApiError):
    status, code, retryable = 460, "checksum_mismatch", True
    title = Sentence("校验不符", "Checksum mismatch")
    sentence = Sentence("这一段数据在传输中损坏，请重发。", "This part arrived damaged: please send it again.")


class ServerFault(ApiError):
    status, code, retryable = 500, "server_fault", True
    title = Sentence("服务器出错", "Server fault")
    sentence = Sentence(
        "服务器出错，已记录。本次请求没有保存任何更改；手机上的工作仍在，会自动重发。",
        "The server failed and has noted it. This request changed nothing; the work on the phone is safe and is sent "
        "again by itself.",
    )


class Unavailable(ApiError):
    status, code, retryable = 503, "unavailable", True
    title = Sentence("暂时无法使用", "Unavailable for now")
    sentence = Sentence(
        "服务器暂时无法处理，请稍后再试。", "The server cannot do this right now: please try again soon."
    )


class NoSpace(ApiError):
    status, code, retryable = 507, "no_space", True
    title = Sentence("服务器空间不足", "No space on the server")
    sentence = Sentence(
        "服务器空间不足，本次内容未保存；此前已确认的内容都在。",
        "The server is out of space: this was not kept. Everything it confirmed before is still there.",
    )


CATALOGUE: tuple[type[ApiError], ...] = tuple(
    sorted(ApiError.__subclasses__(), key=lambda error: (error.status, error.code))
)
