/** Who acknowledges from a chat: its channel's role is the same for all its members, and Lambda is not told who typed. */
export const IN_CHAT = 'somebody in the chat';
