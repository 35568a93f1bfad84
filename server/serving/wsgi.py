"""The app as gunicorn loads it, once in each of its processes."""

from server import create_app
from server.config import current_config
from server.serving.logs import log_to_stderr
from server.sync.tus import turnstile

log_to_stderr()
app = create_app()
with app.app_context():
    turnstile.set_up(app, current_config().web_threads)
