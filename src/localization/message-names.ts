/** Messages under the names that `messageId` gives them. The bundles replace this, with a list of all ids. */
export const shortened = <Messages>(messages: Messages): Messages => messages;
