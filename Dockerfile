# The portal as one image: `web` serves it, `jobs` works in the background (see compose.yaml).
FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 DJANGO_SETTINGS_MODULE=portal.settings.production
WORKDIR /app

COPY requirements/production.txt requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/production.txt

COPY . .
# The secrets of this step are thrown away; the real ones come from the environment at start.
RUN SECRET_KEY=only-while-the-image-is-built-0123456789-abcdefghijklmnopqrstuvwxyz \
    ALLOWED_HOSTS=localhost BASE_URL=https://localhost DATABASE_URL=postgres://nobody@nowhere/none \
    sh -c "python manage.py compile_po && python manage.py collectstatic --noinput"

RUN useradd --system --home /app portal && mkdir -p /app/media && chown portal /app/media
USER portal
EXPOSE 8000
CMD ["gunicorn", "portal.wsgi", "--bind", "0.0.0.0:8000", "--workers", "3", "--threads", "2", \
     "--max-requests", "2000", "--max-requests-jitter", "200", "--graceful-timeout", "30", "--access-logfile", "-"]
