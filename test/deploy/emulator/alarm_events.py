"""
What CloudWatch tells EventBridge of an alarm, which MiniStack does not.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
"""

import contextvars
import json
import threading
from datetime import datetime, timezone

from ministack.services import cloudwatch, eventbridge


def event(name, old, new, reason):
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000+0000")
    alarm = cloudwatch._alarms.get(name) or cloudwatch._composite_alarms[name]
    return {
        "Source": "aws.cloudwatch",
        "DetailType": "CloudWatch Alarm State Change",
        "Resources": [alarm["AlarmArn"]],
        "Detail": json.dumps(
            {
                "alarmName": name,
                "configuration": {"description": alarm.get("AlarmDescription", "")},
                "previousState": {"value": old, "timestamp": now},
                "state": {"value": new, "reason": reason, "timestamp": now},
            }
        ),
    }


def install():
    record = cloudwatch._record_history

    def record_and_tell(alarm_name, old_state, new_state, reason, *more, **named):
        record(alarm_name, old_state, new_state, reason, *more, **named)
        entries = {"Entries": [event(alarm_name, old_state, new_state, reason)]}
        # In a thread, with the account and the Region of the caller: a rule may call a function, which takes its time.
        context = contextvars.copy_context()
        put = lambda: eventbridge._put_events(entries, allow_aws_source=True)  # noqa: E731
        threading.Thread(target=context.run, args=(put,), daemon=True).start()

    cloudwatch._record_history = record_and_tell
