/** A document that cannot be read; the message is the sentence for the owner. */
export class Unreadable extends Error {}
