"""The reference for what HTTP alone costs: reads the body, answers JSON. Runs on the same gunicorn."""

from flask import Flask, Response, jsonify, request

app = Flask("echo", static_folder=None)


@app.post("/", defaults={"path": ""})
@app.post("/<path:path>")
def echo(path: str) -> Response:
    return jsonify(path=path, bytes=len(request.get_data()))
