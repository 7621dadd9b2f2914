import { answerParent, type Questions } from "../process.ts";
import { startTextbookGateway, type TextbookGateway } from "../textbook/gateway.ts";
import type { TextbookAddresses } from "../textbook/loaders.ts";

let gateway: TextbookGateway | undefined;

const answers = {
  /** Opens a gateway in place of the one before. @returns its address. */
  async open(addresses: TextbookAddresses): Promise<string> {
    await gateway?.close();
    gateway = await startTextbookGateway(addresses);
    return gateway.url;
  },
  /** CPU time used so far, in milliseconds. */
  cpuMs(): number {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
} satisfies Questions;

/** Questions that the process of the baseline can be asked. */
export type TextbookProcess = typeof answers;

answerParent(answers);
