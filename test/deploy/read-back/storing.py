"""S3, DynamoDB, KMS, IAM, Lambda and its layers."""

import base64
import hashlib
import json
from functools import cache

from clients import asked, client


def bucket(name, _props):
    s3 = client("s3")
    of = {"Bucket": name}
    s3.head_bucket(**of)
    logging = asked(s3.get_bucket_logging, "LoggingEnabled", **of) or {}
    return {
        "BucketEncryption": {"ServerSideEncryptionConfiguration": encryption(s3, of)},
        "LifecycleConfiguration": {"Rules": asked(s3.get_bucket_lifecycle_configuration, "Rules", **of)},
        "LoggingConfiguration": {"DestinationBucketName": logging.get("TargetBucket"), "LogFilePrefix": logging.get("TargetPrefix")},
        "OwnershipControls": asked(s3.get_bucket_ownership_controls, "OwnershipControls", **of),
        "PublicAccessBlockConfiguration": asked(s3.get_public_access_block, "PublicAccessBlockConfiguration", **of),
        "Tags": asked(s3.get_bucket_tagging, "TagSet", **of),
        "VersioningConfiguration": {"Status": asked(s3.get_bucket_versioning, "Status", **of)},
    }, {"Arn": f"arn:aws:s3:::{name}", "RegionalDomainName": f"{name}.s3.us-east-1.amazonaws.com"}


def encryption(s3, of):
    rules = asked(s3.get_bucket_encryption, "ServerSideEncryptionConfiguration", **of)["Rules"]
    return [{"ServerSideEncryptionByDefault": one["ApplyServerSideEncryptionByDefault"]} for one in rules]


def bucket_policy(_id, props):
    name = props["Bucket"]
    return {"Bucket": name, "PolicyDocument": client("s3").get_bucket_policy(Bucket=name)["Policy"]}, {}


def table(name, _props):
    dynamodb = client("dynamodb")
    described = dynamodb.describe_table(TableName=name)["Table"]
    backups = dynamodb.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    status = backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"]
    return {
        **described,
        "BillingMode": described["BillingModeSummary"]["BillingMode"],
        "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": status == "ENABLED"},
    }, {"Arn": described["TableArn"]}


def key(key_id, _props):
    kms = client("kms")
    described = kms.describe_key(KeyId=key_id)["KeyMetadata"]
    return {
        **described,
        "EnableKeyRotation": kms.get_key_rotation_status(KeyId=key_id)["KeyRotationEnabled"],
        "KeyPolicy": kms.get_key_policy(KeyId=key_id, PolicyName="default")["Policy"],
    }, {"Arn": described["Arn"]}


def role(name, _props):
    iam = client("iam")
    described = iam.get_role(RoleName=name)["Role"]
    attached = iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]
    return {
        **described,
        "AssumeRolePolicyDocument": described["AssumeRolePolicyDocument"],
        "ManagedPolicyArns": [one["PolicyArn"] for one in attached],
    }, {"Arn": described["Arn"]}


def role_policy(_id, props):
    name, roles = props["PolicyName"], props["Roles"]
    documents = [client("iam").get_role_policy(RoleName=one, PolicyName=name)["PolicyDocument"] for one in roles]
    return {"PolicyName": name, "Roles": roles, "PolicyDocument": documents[0]}, {}


@cache
def sha256(bucket_name, object_key):
    body = client("s3").get_object(Bucket=bucket_name, Key=object_key)["Body"].read()
    return base64.b64encode(hashlib.sha256(body).digest()).decode()


def code(wanted, deployed_sha256):
    """Where the code came from, if what is deployed is what lies there."""
    same = wanted and sha256(wanted["S3Bucket"], wanted["S3Key"]) == deployed_sha256
    return wanted if same else {"CodeSha256": deployed_sha256}


def function(name, props):
    awslambda = client("lambda")
    described = awslambda.get_function_configuration(FunctionName=name)
    layers = [one["Arn"] for one in described.get("Layers", [])]
    return {**described, "Layers": layers, "Code": code(props["Code"], described["CodeSha256"])}, {"Arn": described["FunctionArn"]}


def layer(arn, props):
    described = client("lambda").get_layer_version_by_arn(Arn=arn)
    return {**described, "Content": code(props["Content"], described["Content"]["CodeSha256"])}, {}


def permission(_id, props):
    policy = json.loads(client("lambda").get_policy(FunctionName=props["FunctionName"])["Policy"])
    source = {"ArnLike": {"AWS:SourceArn": props.get("SourceArn")}}
    same = [
        one
        for one in policy["Statement"]
        if one["Principal"] == {"Service": props["Principal"]} and one.get("Condition") == source and one["Effect"] == "Allow"
    ]
    found = same[0] if same else {}
    return {
        "Action": found.get("Action"),
        "FunctionName": found.get("Resource"),
        "Principal": found.get("Principal", {}).get("Service"),
        "SourceArn": found.get("Condition", {}).get("ArnLike", {}).get("AWS:SourceArn"),
    }, {}


def invoke_config(_id, props):
    of = {"FunctionName": props["FunctionName"], "Qualifier": props["Qualifier"]}
    return {**of, **client("lambda").get_function_event_invoke_config(**of)}, {}


READERS = {
    "AWS::DynamoDB::Table": table,
    "AWS::IAM::Policy": role_policy,
    "AWS::IAM::Role": role,
    "AWS::KMS::Key": key,
    "AWS::Lambda::EventInvokeConfig": invoke_config,
    "AWS::Lambda::Function": function,
    "AWS::Lambda::LayerVersion": layer,
    "AWS::Lambda::Permission": permission,
    "AWS::S3::Bucket": bucket,
    "AWS::S3::BucketPolicy": bucket_policy,
}
