import { expect, test } from "vitest";
import { uploadLimits } from "../../src/uploads/upload-limits.ts";
import { startServer } from "../support/server.ts";
import { asked, openRequest, replyUpToFile, replyWith, sendForm } from "./upload-client.ts";

const reply = "assembly POST /interactions/reply";

test("one more request with files than may come at once is told to wait, and others are answered meanwhile", async () => {
  await using server = await startServer();
  const open = await Promise.all(
    Array.from({ length: uploadLimits.requestsAtOnce }, async () => {
      const request = await openRequest(server);
      await request.send(replyUpToFile());
      return request;
    }),
  );
  await server.taken(open.length);

  const form = replyWith({ name: "0", filename: "a.txt", content: "a" });
  const refused = await server.request("/graphql", {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=edge", ...asked },
    body: form,
  });
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("5");
  expect(refused.json).toMatchObject({
    errors: [{ extensions: { code: "RATE_LIMITED", retryable: true, retryAfterMs: 5_000 } }],
  });
  const { json } = await server.post({ query: "{ labels(type: TIER) { name } }" });
  expect(json).toMatchObject({ data: { labels: expect.arrayContaining([{ name: "Enterprise" }]) } });

  for (const request of open) {
    await request.send("\r\n--edge--\r\n");
    request.end();
  }
  const answers = await Promise.all(open.map(({ answer }) => answer));
  expect(answers.map(({ json }) => json.errors)).toEqual(open.map(() => undefined));
  expect(await sendForm(server, form)).toMatchObject({ status: 200, json: { data: expect.anything() } });
  expect(server.calls().sort()).toEqual([
    "assembly GET /accounts/labels/Tier",
    ...open.map(() => reply),
    reply,
  ]);
});
