import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerParent, type Questions } from "../process.ts";

/** An answer, given to every request. */
export interface ReadyAnswer {
  readonly contentType: string;
  readonly body: string;
}

const answers = {
  /** Listens, and answers each request once its body was read. @returns its address. */
  async open({ body, contentType }: ReadyAnswer): Promise<string> {
    const bytes = Buffer.from(body);
    const headers = { "content-type": contentType, "content-length": bytes.length };
    const server = createServer((request, response) => {
      request.resume();
      request.once("end", () => void response.writeHead(200, headers).end(bytes));
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  },
  /** CPU time used so far, in milliseconds. */
  cpuMs(): number {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
} satisfies Questions;

/** Questions that the process of bare `node:http` can be asked. */
export type BareProcess = typeof answers;

answerParent(answers);
