"""After a major incident (T7): 突发事件工作报告 and 故障分析和解决和预防报告, as PDF."""
