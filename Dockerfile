# Each image is pinned by its digest; deploy/digests.toml says where that was read.
# The final image holds only the installed program: no pip, no sources, no build tools.
FROM python:3.11-slim-bookworm@sha256:0bee7276f83efd4a1ee05bbbf4281d95ed28e079220a9457f25a93e3f1e3c31b AS build
WORKDIR /source
RUN python -m venv --without-pip /opt/palier
COPY lock/run.txt lock/run.txt
RUN pip --python /opt/palier/bin/python install --no-cache-dir --require-hashes -r lock/run.txt
COPY pyproject.toml README.md LICENSE LICENSE.GPL ./
COPY config config
COPY bot bot
RUN pip --python /opt/palier/bin/python install --no-cache-dir --no-deps --no-build-isolation . \
    && pip --python /opt/palier/bin/python uninstall --yes setuptools

FROM python:3.11-slim-bookworm@sha256:0bee7276f83efd4a1ee05bbbf4281d95ed28e079220a9457f25a93e3f1e3c31b
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin palier \
    && install --directory --owner palier --mode 700 /var/lib/palier
COPY --from=build /opt/palier /opt/palier
ENV PATH=/opt/palier/bin:$PATH \
    PALIER_DATABASE_URL=sqlite:////var/lib/palier/palier.db \
    PALIER_LISTEN=0.0.0.0:8080
USER 10001
WORKDIR /var/lib/palier
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
ENTRYPOINT ["palier"]
CMD ["serve"]
