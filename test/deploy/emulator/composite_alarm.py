"""
AWS::CloudWatch::CompositeAlarm, by the calls that MiniStack has.
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-compositealarm.html
"""

from ministack.services import cloudwatch
from ministack.services.cloudformation.provisioners import _RESOURCE_HANDLERS, _physical_name

from answers import accepted


def put(name, props):
    accepted(cloudwatch._put_composite_alarm({}, {**props, "AlarmName": name}, False, True))
    return name, {"Arn": cloudwatch._composite_alarms[name]["AlarmArn"]}


def create(logical_id, props, stack_name):
    return put(props.get("AlarmName") or _physical_name(stack_name, logical_id, max_len=255), props)


def update(name, _old, props, _stack_name):
    return put(name, props)


def delete(name, _props):
    accepted(cloudwatch._delete_alarms({}, {"AlarmNames": [name]}, False, True))


def register():
    _RESOURCE_HANDLERS["AWS::CloudWatch::CompositeAlarm"] = {"create": create, "update": update, "delete": delete}
