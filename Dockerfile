# briefgraph, from its wheel. The first stage makes the wheel, GraphiQL's page in it; the second runs it.
FROM python:3.13-slim AS build
WORKDIR /build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends make \
    && rm -rf /var/lib/apt/lists/*
COPY . .
# CI=true: a page that cannot be bundled fails the build, instead of being left out.
RUN CI=true make wheel
# What it needs, by version and hash; then the wheel itself, which fetches nothing.
RUN python -m venv /opt/briefgraph \
    && /opt/briefgraph/bin/pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements/run.txt \
    && /opt/briefgraph/bin/pip install --no-cache-dir --no-deps dist/briefgraph-*.whl

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /data --create-home briefgraph
COPY --from=build /opt/briefgraph /opt/briefgraph
ENV PATH=/opt/briefgraph/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    BRIEFGRAPH_HOST=0.0.0.0 \
    BRIEFGRAPH_PORT=8000 \
    BRIEFGRAPH_STORE=sqlite:////data/briefgraph.db
USER briefgraph
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
ENTRYPOINT ["briefgraph"]
CMD ["serve"]
