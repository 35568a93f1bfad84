"""What to say of the demo project once it is there."""

from server.demo import DemoSummary


def demo_lines(summary: DemoSummary) -> list[str]:
    width = max(len(name) for name, _ in summary.sign_ins)
    people = [f"  {name:<{width}}  {who}" for name, who in summary.sign_ins]
    return [
        "Sign in as (登录名):",
        *people,
        f"Password of all (密码): {summary.password}",
        f"Labels to print and scan (标签 PDF): {summary.labels}",
    ]
