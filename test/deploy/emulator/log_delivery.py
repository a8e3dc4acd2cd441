"""
AWS::Logs::DeliverySource, DeliveryDestination and Delivery, by the calls that MiniStack has.
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-delivery.html
"""

from ministack.services import cloudwatch_logs as logs
from ministack.services.cloudformation.provisioners import _RESOURCE_HANDLERS

from answers import accepted, accepted_json


def source(_logical_id, props, _stack_name):
    name = props["Name"]
    put = {"name": name, "resourceArn": props["ResourceArn"], "logType": props["LogType"]}
    made = accepted_json(logs._put_delivery_source(put))["deliverySource"]
    return name, {"Arn": made["arn"], "Service": made["service"]}


def destination(_logical_id, props, _stack_name):
    name = props["Name"]
    put = {
        "name": name,
        "deliveryDestinationConfiguration": {"destinationResourceArn": props["DestinationResourceArn"]},
        "outputFormat": props.get("OutputFormat", "json"),
    }
    made = accepted_json(logs._put_delivery_destination(put))["deliveryDestination"]
    return name, {"Arn": made["arn"]}


def delivery(_logical_id, props, _stack_name):
    put = {
        "deliverySourceName": props["DeliverySourceName"],
        "deliveryDestinationArn": props["DeliveryDestinationArn"],
        "recordFields": props.get("RecordFields", []),
        "fieldDelimiter": props.get("FieldDelimiter", ""),
        "s3DeliveryConfiguration": {
            "suffixPath": props.get("S3SuffixPath", ""),
            "enableHiveCompatiblePath": props.get("S3EnableHiveCompatiblePath", False),
        },
    }
    made = accepted_json(logs._create_delivery(put))["delivery"]
    return made["id"], {"Arn": made["arn"], "DeliveryId": made["id"]}


def delivery_update(delivery_id, _old, props, _stack_name):
    record = logs._deliveries[delivery_id]
    record["recordFields"] = props.get("RecordFields", [])
    record["s3DeliveryConfiguration"]["suffixPath"] = props.get("S3SuffixPath", "")
    return delivery_id, {"Arn": record["arn"], "DeliveryId": delivery_id}


def register():
    _RESOURCE_HANDLERS["AWS::Logs::DeliverySource"] = {
        "create": source,
        "delete": lambda name, _props: accepted(logs._delete_delivery_source({"name": name})),
    }
    _RESOURCE_HANDLERS["AWS::Logs::DeliveryDestination"] = {
        "create": destination,
        "delete": lambda name, _props: accepted(logs._delete_delivery_destination({"name": name})),
    }
    _RESOURCE_HANDLERS["AWS::Logs::Delivery"] = {
        "create": delivery,
        "update": delivery_update,
        "delete": lambda delivery_id, _props: accepted(logs._delete_delivery({"id": delivery_id})),
    }
