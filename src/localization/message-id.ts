/** The name under which a message's translation is found. The bundles replace this: there, a message is named by a short text. */
export const messageId = (options: { id?: string } | undefined): string => options?.id ?? '';
