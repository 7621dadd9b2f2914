/** All channels that there are (assembled-v0.txt:2205). */
export const channels: readonly string[] = ["phone", "email", "chat", "sms", "social", "back_office"];
