"""
Asks each service for what a stack made, by AWS's own API. Takes the stack's resources as JSON on standard input, as
DescribeStackResources lists them, with their properties; answers {logicalId: {properties, attributes}}, the properties in the
words of the API, and null for a resource that the service does not have.
"""

import json
import sys

from botocore.exceptions import ClientError

from storing import READERS as STORING
from telling import READERS as TELLING
from traffic import READERS as TRAFFIC
from uploads import READERS as UPLOADS

READERS = {**STORING, **TELLING, **TRAFFIC, **UPLOADS}
MISSING = ("NotFound", "NoSuch", "NonExistent", "404", "NoSuchEntity", "ResourceNotFoundException")


def read(resource):
    reader = READERS.get(resource["type"])
    if reader is None:
        raise SystemExit(f"{resource['type']} ({resource['logicalId']}) can't be read back: add a reader to test/deploy/read-back")
    try:
        properties, attributes = reader(resource["physicalId"], resource["properties"])
        return {"properties": properties, "attributes": attributes}
    except ClientError as error:
        if any(word in error.response["Error"]["Code"] for word in MISSING):
            return None
        raise


if __name__ == "__main__":
    answer = {one["logicalId"]: read(one) for one in json.load(sys.stdin)}
    json.dump(answer, sys.stdout, default=str)
