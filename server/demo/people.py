"""The people of the demo, named by role: nobody here exists (domain.md section 1 gives the numbers)."""

from dataclasses import dataclass

from server.demo.ids import demo_id

PASSWORD = "roundsman-demo"


@dataclass(frozen=True)
class DemoPerson:
    sign_in: str
    name_zh: str
    name_en: str
    role: str
    title_zh: str
    title_en: str
    phone: str
    language: str = "zh-CN"

    @property
    def id(self) -> str:
        return demo_id("person", self.sign_in)


def _numbered(role: str, sign_in: str, zh: str, en: str, count: int, phones: int, **more: str) -> list[DemoPerson]:
    return [
        DemoPerson(f"{sign_in}{n:02}", f"{zh}{n:02}", f"{en} {n:02}", role, zh, en, f"138 0000 {phones + n:04}", **more)
        for n in range(1, count + 1)
    ]


ENGINEERS = _numbered("engineer", "engineer", "维护工程师", "Engineer", 3, 10)
MANAGERS = _numbered("supervisor", "manager", "服务经理", "Service manager", 5, 20)
DIRECTOR = DemoPerson(
    "director", "项目总监", "Project director", "supervisor", "项目总监", "Project director", "138 0000 0030"
)
DESK = DemoPerson("desk", "服务台", "Service desk", "desk", "服务台", "Service desk", "138 0000 0040")
CLIENTS = [
    *_numbered("client", "client", "甲方值班员", "Client duty officer", 2, 0),
    DemoPerson("client03", "甲方负责人", "Client manager", "client", "甲方负责人", "Client manager", "138 0000 0009"),
]
PEOPLE = [*ENGINEERS, *MANAGERS, DIRECTOR, DESK, *CLIENTS]

# An engineer of another project, for showing that nothing of this one can be seen from there.
OUTSIDER = DemoPerson(
    "outsider", "外项目工程师", "Engineer of another project", "engineer", "维护工程师", "Engineer", "138 0000 0099"
)
BY_SIGN_IN = {person.sign_in: person for person in [*PEOPLE, OUTSIDER]}
