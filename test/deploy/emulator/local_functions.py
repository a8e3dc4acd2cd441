"""
Functions outside Lambda. BucketDeployment's calls /opt/awscli/aws, where Lambda mounts its layer, and names a bundle of
certificates that Amazon Linux has. Here the layer lies elsewhere, and nothing speaks TLS.
https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html
"""

import copy
import io
import zipfile

from ministack.core import lambda_runtime

MOUNTED = b"[aws]"
EXTRACTED = b"[__import__('sys').executable, os.environ['_LAMBDA_LAYERS_DIRS'] + '/awscli/aws']"


def with_extracted_layer(code_zip):
    """The code of a function with the place of the layer in it; any other code as it is."""
    with zipfile.ZipFile(io.BytesIO(code_zip)) as before:
        files = {name: before.read(name) for name in before.namelist()}
    if b'"/opt/awscli/aws"' not in files.get("index.py", b""):
        return code_zip
    files["index.py"] = files["index.py"].replace(MOUNTED, EXTRACTED)
    after = io.BytesIO()
    with zipfile.ZipFile(after, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return after.getvalue()


def install():
    spawn = lambda_runtime.Worker._spawn

    def spawn_here(worker):
        worker.code_zip = with_extracted_layer(worker.code_zip)
        # A copy: what is deployed stays as it is.
        worker.config = copy.deepcopy(worker.config)
        worker.config.get("Environment", {}).get("Variables", {}).pop("AWS_CA_BUNDLE", None)
        return spawn(worker)

    lambda_runtime.Worker._spawn = spawn_here
