"""What BucketDeployment left in a bucket, held against the files that it was given."""

import io
import json
import zipfile

from clients import client


def sources(props):
    """Every file of the source archives, with the values of the deployment in place of its markers."""
    markers = props.get("SourceMarkers", [{}] * len(props["SourceObjectKeys"]))
    configs = props.get("SourceMarkersConfig", [{}] * len(props["SourceObjectKeys"]))
    for bucket, key, values, config in zip(props["SourceBucketNames"], props["SourceObjectKeys"], markers, configs):
        archive = zipfile.ZipFile(io.BytesIO(client("s3").get_object(Bucket=bucket, Key=key)["Body"].read()))
        for name in archive.namelist():
            yield key, name, filled(archive.read(name), values, config)


def filled(content, values, config):
    for marker, value in values.items():
        written = json.dumps(value)[1:-1] if str(config.get("jsonEscape")).lower() == "true" else value
        content = content.replace(marker.encode(), written.encode())
    return content


def uploads(_id, props):
    """The archives whose files all lie where they should, as they should, and the headers of the last of them."""
    s3, prefix = client("s3"), props.get("DestinationBucketKeyPrefix")
    in_place, headers = dict.fromkeys(props["SourceObjectKeys"], True), {}
    for key, name, content in sources(props):
        path = f"{prefix}/{name}" if prefix else name
        found = s3.get_object(Bucket=props["DestinationBucketName"], Key=path)
        in_place[key] = in_place[key] and found["Body"].read() == content
        headers = found["ResponseMetadata"]["HTTPHeaders"]
    return {
        "DestinationBucketName": props["DestinationBucketName"],
        "DestinationBucketKeyPrefix": prefix,
        "SourceObjectKeys": [key for key, same in in_place.items() if same],
        "SystemMetadata": headers,
    }, {}


READERS = {"Custom::CDKBucketDeployment": uploads}
