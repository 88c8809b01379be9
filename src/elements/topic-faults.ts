import type { Msg } from '../localization/msg.js';
import type { FaultCode } from '../topics/load.js';

/** What the reader is told when a topic can't be shown. */
export function faultMessage(code: FaultCode, msg: Msg): string {
  switch (code) {
    case 'not-found':
      return msg('This help isn’t there any more, or its address is wrong.', {
        id: 'fault.not-found',
        desc: 'Shown in place of a help topic whose file was not found on the server',
      });
    case 'server':
      return msg('The server couldn’t deliver this help. Try again in a moment.', {
        id: 'fault.server',
        desc: 'Shown in place of a help topic; a button to try again follows',
      });
    case 'timeout':
      return msg('This help took too long to load. Try again.', {
        id: 'fault.timeout',
        desc: 'Shown in place of a help topic that did not arrive within 10 seconds; a button to try again follows',
      });
    case 'unreachable':
      return msg('This help couldn’t be reached, or this page isn’t allowed to load it.', {
        id: 'fault.unreachable',
        desc: 'Shown in place of a help topic when there is no connection or the page’s rules forbid the request',
      });
    case 'web-page':
      return msg('A web page came back instead of help content. You may need to sign in first.', {
        id: 'fault.web-page',
        desc: 'Shown in place of a help topic when the server answered with, for example, a sign-in page',
      });
    case 'newer-version':
      return msg('This help needs a newer version of the help reader.', {
        id: 'fault.newer-version',
        desc: 'Shown in place of a help topic whose file was made for a later version of this component',
      });
    case 'too-large':
    case 'too-deep':
      return msg('This help is too large to show.', {
        id: 'fault.too-large',
        desc: 'Shown in place of a help topic that is larger or more deeply nested than allowed',
      });
    case 'blocked-address':
      return msg('The address of this help isn’t allowed.', {
        id: 'fault.blocked-address',
        desc: 'Shown in place of a help topic whose address is not http or https',
      });
    case 'hash-mismatch':
      return msg('This help isn’t the one that was published with the rest, so it isn’t shown.', {
        id: 'fault.hash-mismatch',
        desc: 'Shown in place of a help topic whose file was changed after the list of all files, which holds its checksum, was made',
      });
    case 'no-topic-named':
      return msg('This address leads to a collection of help, but doesn’t say which topic of it to show.', {
        id: 'fault.no-topic-named',
        desc: 'Shown in place of a help topic when the page names only the collection (pack) that it belongs to',
      });
    case 'encoding':
      return msg('This help is stored in an encoding that can’t be read. Save it as UTF-8.', {
        id: 'fault.encoding',
        desc: 'Shown in place of a help topic whose file is not UTF-8, the usual encoding of text files',
      });
    default:
      return msg('This help is damaged and can’t be shown.', {
        id: 'fault.invalid',
        desc: 'Shown in place of a help topic whose file is not valid',
      });
  }
}
