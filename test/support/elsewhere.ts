import type { Sandbox } from "./sandbox.ts";

const { stringify } = JSON;

/** Writes to a system as its other users do, so that the gateway does not know: `PATCH /v2/users/…`. */
export async function writeElsewhere(sandbox: Sandbox, call: string, body: unknown): Promise<void> {
  const [method = "", target = ""] = call.split(" ");
  const { assembly, assembled, web1on1 } = sandbox.credentials;
  const [system, authorization] = target.startsWith("/v2/")
    ? ([sandbox.web1on1, `Bearer ${web1on1.token}`] as const)
    : target.startsWith("/v0/")
      ? ([sandbox.assembled, `Basic ${Buffer.from(`${assembled.apiKey}:`).toString("base64")}`] as const)
      : ([sandbox.assembly, assembly.apiKey] as const);
  const reply = await system.handle({ method, target, headers: { authorization }, body: stringify(body) });
  if (reply.status >= 300) throw new Error(`${call} was answered ${reply.status}: ${stringify(reply.body)}`);
}
