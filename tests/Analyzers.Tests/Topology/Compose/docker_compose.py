"""Answers `docker-compose config` for many sets of files: the program is loaded once, and each request runs it in a fork of its own.

A request is a line of JSON on standard input, {"folder", "environment", "arguments"}; its answer a line of JSON, {"output", "error"}.
The first line that it writes is the program's version.
"""
import json
import os
import sys
import tempfile

import compose
import compose.cli.main


def run(request, output, error):
    os.dup2(output.fileno(), 1)
    os.dup2(error.fileno(), 2)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.argv = ["docker-compose", *request["arguments"]]
    try:
        compose.cli.main.main()
    except SystemExit:
        pass
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def answer(request):
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as error:
        child = os.fork()
        if child == 0:
            try:
                run(request, output, error)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        return {name: read(file) for name, file in (("output", output), ("error", error))}


def read(file):
    file.seek(0)
    return file.read().decode()


print(compose.__version__, flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
