import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { systems } from "../../src/systems.ts";

const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector.example:4318/" };

describe("the settings of traces", () => {
  test("make none without an endpoint", () => {
    expect(readConfig({ TRACE_UPSTREAM: "assembly" }, systems).tracing).toBeUndefined();
  });

  test("are read with their defaults", () => {
    expect(readConfig(endpoint, systems).tracing).toEqual({
      endpoint: "http://collector.example:4318",
      headers: {},
      serviceName: "tributary",
      tracedSystems: [],
    });
  });

  test("take headers as OpenTelemetry writes them, and names of systems", () => {
    const more = {
      OTEL_EXPORTER_OTLP_HEADERS: "x-key=a%2Cb, authorization=Bearer%20abc==",
      TRACE_UPSTREAM: "assembled, web1on1",
    };
    expect(readConfig({ ...endpoint, ...more }, systems).tracing).toMatchObject({
      headers: { "x-key": "a,b", authorization: "Bearer abc==" },
      tracedSystems: ["assembled", "web1on1"],
    });
  });

  test.each([
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "planted:4318"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "https://planted:key@collector.example"],
    ["OTEL_EXPORTER_OTLP_HEADERS", "planted"],
    ["OTEL_EXPORTER_OTLP_HEADERS", "x-key=planted%0D%0Ax: y"],
    ["OTEL_EXPORTER_OTLP_HEADERS", "x-key=planted%"],
    ["OTEL_TRACES_SAMPLER", "planted"],
    ["OTEL_TRACES_SAMPLER_ARG", "1.5planted"],
    ["TRACE_UPSTREAM", "planted"],
  ])("refuse %s=%s without repeating it", (name, value) => {
    const read = () => readConfig({ ...endpoint, [name]: value }, systems);
    expect(read).toThrow(name);
    expect(read).not.toThrow("planted");
  });
});
