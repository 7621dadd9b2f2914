import { badInput } from "../errors.ts";
import type { Channel } from "../generated/resolvers.ts";

/** Channels by which agents are reached: those of people and of their states (assembled-v0.txt:157, 577). */
export const agentChannels: readonly Channel[] = ["phone", "email", "chat", "sms", "social"];

/** Channels of conversations (assembled-v0.txt:1377). */
export const conversationChannels: readonly Channel[] = ["phone", "email", "chat", "social", "back_office"];

/** Channels that are forecast (assembled-v0.txt:1766, 1823). */
export const forecastChannels: readonly Channel[] = ["phone", "email", "chat"];

/**
 * A channel that a route takes: routes differ in which they know, and one that they do not know may be ignored upstream.
 * @param name of the argument, for the message.
 * @throws BAD_USER_INPUT for a channel that the route does not take.
 */
export function allowedChannel<Given extends Channel | null | undefined>(
  channel: Given,
  allowed: readonly Channel[],
  name: string,
): Given {
  if (channel && !allowed.includes(channel)) {
    const names = allowed.map((each) => each.toUpperCase()).join(", ");
    throw badInput(`${name} is ${channel.toUpperCase()}; only ${names} can be used here.`);
  }
  return channel;
}
