# Tarikh in a container: one binary, one volume, no root.
#
#   podman build -t tarikh .
#   podman run --read-only --cap-drop ALL -v tarikh:/data --network host tarikh
#
# Without a key it listens on 127.0.0.1, unless TARIKH_ANONYMOUS=read lets everyone who reaches it read. With one:
#   podman run --rm -v tarikh:/data tarikh keys add --data /data --scopes read,write
#   podman run --read-only --cap-drop ALL -v tarikh:/data -p 8080:8080 -e TARIKH_HOST=0.0.0.0 tarikh
#
# Both base images can be replaced: --build-arg SWIFT_IMAGE=… --build-arg RUNTIME_IMAGE=…
ARG SWIFT_IMAGE=docker.io/library/swift:6.3-bookworm
ARG RUNTIME_IMAGE=docker.io/library/debian:bookworm-slim

FROM ${SWIFT_IMAGE} AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      ca-certificates git libcurl4-openssl-dev liblzma-dev libnghttp2-dev libsqlite3-dev libssl-dev libxml2-dev libzstd-dev pkg-config zlib1g-dev \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY Package.swift ./
COPY Sources Sources
COPY Tests Tests
COPY Benchmarks Benchmarks
RUN swift build -c release --product tarikh --static-swift-stdlib \
 && mkdir /tarikh \
 && cp .build/release/tarikh /tarikh/ \
 && cp -r .build/release/tarikh_Extraction.resources .build/release/tarikh_TarikhAPI.resources /tarikh/ \
 && strip /tarikh/tarikh

FROM ${RUNTIME_IMAGE}
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates libcurl4 liblzma5 libnghttp2-14 libsqlite3-0 libssl3 libxml2 libzstd1 zlib1g \
 && apt-get clean && rm -rf /var/lib/apt/lists/*
COPY --from=build /tarikh /opt/tarikh
COPY Config/tarikh.json /etc/tarikh/tarikh.json
RUN mkdir /data && chown 10001:10001 /data
USER 10001:10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["/opt/tarikh/tarikh", "health", "--config", "/etc/tarikh/tarikh.json"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/tarikh/tarikh"]
CMD ["serve", "--config", "/etc/tarikh/tarikh.json", "--data", "/data"]
