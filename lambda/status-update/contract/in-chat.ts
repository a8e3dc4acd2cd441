/** The person who acknowledges from a chat: its channel's role is the same for all members, and AWS does not tell Lambda who typed. */
export const IN_CHAT = 'somebody in the chat';
