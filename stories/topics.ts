import type { Alert, Block, Inline, List, ListItem, Paragraph, Table, Topic } from '../src/topics/model.js';

/** The topics that stories show. A text between backticks becomes code. */

const words = (text: string): Inline[] =>
  text
    .split('`')
    .map((value, index): Inline => ({ type: index % 2 ? 'inlineCode' : 'text', value }))
    .filter((inline) => 'value' in inline && inline.value !== '');
const p = (...content: (string | Inline)[]): Paragraph => ({
  type: 'paragraph',
  children: content.flatMap((inline) => (typeof inline === 'string' ? words(inline) : [inline])),
});
const item = (...children: (string | Block)[]): ListItem => ({
  type: 'listItem',
  children: children.map((child) => (typeof child === 'string' ? p(child) : child)),
});
const check = (id: string, ...children: (string | Block)[]): ListItem => ({ ...item(...children), id, checked: false });
const list = (...children: (string | ListItem)[]): List => ({
  type: 'list',
  children: children.map((child) => (typeof child === 'string' ? item(child) : child)),
});
const ordered = (...children: (string | ListItem)[]): List => ({ ...list(...children), ordered: true });
const heading = (depth: 2 | 3 | 4, text: string): Block => ({ type: 'heading', depth, children: words(text) });
const alert = (kind: Alert['kind'], ...children: (string | Block)[]): Alert => ({
  type: 'alert',
  kind,
  children: children.map((child) => (typeof child === 'string' ? p(child) : child)),
});
const table = (...rows: string[][]): Table => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: words(cell) })),
  })),
});
const link = (text: string, url: string, title?: string): Inline => ({
  type: 'link',
  url,
  children: words(text),
  ...(title && { title }),
});
const strong = (text: string): Inline => ({ type: 'strong', children: words(text) });
const image = (url: string, alt: string, title?: string): Paragraph =>
  p({ type: 'image', url, alt, width: 480, height: 120, ...(title && { title }) });

/** Help as a team would write it for its own app: what is wrong, as tabs, with checks. */
export const travelTopic: Topic = {
  version: 1,
  id: 'contoso-travel/expenses',
  title: 'An expense report is stuck',
  lang: 'en',
  updated: '2026-10-02',
  body: [
    p(
      'Reports are paid within ',
      strong('five working days'),
      ' after approval. Choose what you see in Contoso Travel.',
    ),
  ],
  sections: [
    {
      id: 'waiting',
      label: 'It has been waiting for approval for days',
      body: [
        p('Most reports wait because the approver is away.'),
        {
          ...ordered(
            check('approver', 'See who approves it', p('Open the report and choose ', strong('History'), '.')),
            check(
              'away',
              'Check whether that person is away',
              'An approver who is away needs a stand-in. Only they or their manager can name one.',
            ),
            check('remind', 'Send a reminder', 'One reminder a day reaches the approver by mail.'),
          ),
        },
        {
          type: 'links',
          items: [
            {
              label: 'Name a stand-in',
              href: 'https://intranet.contoso.example/travel/stand-in',
              description: 'For approvers and their managers',
            },
            { label: 'Ask the travel desk', href: 'mailto:travel-desk@contoso.example' },
          ],
        },
      ],
    },
    {
      id: 'returned',
      label: 'It came back with the remark “receipt missing”',
      body: [
        p('The remark names the line. A photo of the receipt is enough.'),
        ordered(
          check('line', 'Find the line that the remark names'),
          check('receipt', 'Add the receipt, as a photo or PDF of at most 10 MB'),
          check('lost', 'No receipt any more? Use the form for lost receipts', 'It needs a signature.'),
        ),
        alert('important', 'Hotel bills need the company’s address. The travel desk can ask the hotel for a new one.'),
      ],
    },
    {
      id: 'unpaid',
      label: 'It is approved, but the money has not come',
      body: [
        p('Payments leave on Tuesdays and Fridays.'),
        table(
          ['Approved', 'Leaves', 'In your account'],
          ['Monday', 'Tuesday', 'Thursday'],
          ['Tuesday to Thursday', 'Friday', 'Tuesday'],
          ['Friday', 'Tuesday', 'Thursday'],
        ),
      ],
    },
  ],
};

/** Every kind of node that a topic can hold, each at least once. */
export const everyNode: Topic = {
  version: 1,
  id: 'every-node',
  title: 'Connect the on-premises directory',
  lang: 'en',
  body: [
    p(
      'Running text with ',
      { type: 'emphasis', children: words('emphasis') },
      ', ',
      strong('strong words'),
      ', ',
      { type: 'delete', children: words('what no longer holds') },
      ', `code`, a ',
      link('link to a page', 'https://learn.microsoft.com/entra/identity/', 'Microsoft Entra documentation'),
      ', a ',
      link('relative one', 'files/sign-in.html'),
      ', a ',
      link('place on this page', '#top'),
      ' and a',
      { type: 'break' },
      'new line.',
    ),
    heading(2, 'Before you start'),
    list(
      'A server with Windows Server 2019 or newer',
      item(
        'An account for the agent',
        ordered('in the domain', item('with these rights:', list('read all users', 'read all groups'))),
      ),
      'Port `443` open to the outside',
    ),
    heading(3, 'Steps from the third on'),
    { ...ordered('Install the agent.', 'Sign in.', 'Test the connection.'), start: 3 },
    {
      type: 'code',
      lang: 'powershell',
      value:
        'Get-Service AADConnectProvisioningAgent | Select-Object Name, Status, StartType, DisplayName, DependentServices\nRestart-Service AADConnectProvisioningAgent',
    },
    table(
      ['Attribute', 'Source', 'Note'],
      ['`userPrincipalName`', '`mail`', 'must be unique'],
      ['`displayName`', '`Join(" ", [givenName], [surname])`', 'an expression'],
      ['`urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager`', '`manager`', 'a reference'],
    ),
    alert('note', 'The agent updates itself.'),
    alert('tip', 'Two agents keep the connection up while one restarts.'),
    alert('important', 'The two clocks may differ by five minutes at most.'),
    alert('warning', 'A restart begins a full cycle, which can take hours.'),
    alert('caution', 'This deletes accounts in the app:', list('at once', 'without a way back')),
    { type: 'blockquote', children: [p('It worked yesterday.')] },
    { type: 'thematicBreak' },
    image('files/agent.svg', 'The agent stands between the directory and Microsoft Entra ID'),
    {
      type: 'links',
      items: [
        {
          label: 'Install the provisioning agent',
          href: 'https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/how-to-install',
          description: 'Requirements, set-up, first sign-in',
        },
        { label: 'Call the service desk', href: 'tel:+31205550100' },
      ],
    },
  ],
  sections: [
    {
      id: 'checks',
      label: 'Checks, some of them done',
      body: [
        ordered(
          { ...check('installed', 'The agent is installed'), checked: true },
          check('running', 'The agent is running', p('The service is called `AADConnectProvisioningAgent`.')),
          check('reached', 'The agent reaches Microsoft', list('`*.msappproxy.net`', '`*.servicebus.windows.net`')),
        ),
      ],
    },
    { id: 'plain', label: 'A section of text only', body: [p('Nothing to check here.')] },
  ],
};

/** A topic without sections. */
export const bodyOnly: Topic = {
  version: 1,
  id: 'holidays',
  title: 'Opening hours of the service desk',
  lang: 'en',
  body: [
    p('We answer on working days from 8 to 18 o’clock, Amsterdam time.'),
    table(['Day', 'Hours'], ['24 December', '8–14'], ['25 and 26 December', 'closed'], ['31 December', '8–14']),
  ],
};

/** What a page fills in: words, an address, code. */
export const withPlaceholders: Topic = {
  version: 1,
  id: 'incident',
  title: 'What we know of incident {IncidentId}',
  lang: 'en',
  body: [
    p(
      'It began on {Start} and concerns {Service}. Give the number {IncidentId} when you ',
      link('call us', 'https://status.contoso.example/{IncidentId}'),
      '.',
    ),
    { type: 'code', lang: 'http', value: 'GET /incidents/{IncidentId} HTTP/1.1\nHost: status.contoso.example' },
  ],
};

/** The five kinds of remarks, and what they may hold. */
export const remarks: Topic = {
  version: 1,
  id: 'remarks',
  title: 'Five kinds of remarks',
  lang: 'en',
  body: [
    alert('note', 'The agent updates itself.'),
    alert('tip', 'Two agents keep the connection up while one restarts.', list('one here', 'one there')),
    alert('important', 'The two clocks may differ by five minutes at most.'),
    alert('warning', 'A restart begins a full cycle, which can take hours.'),
    alert('caution', 'This deletes accounts in the app.'),
  ],
};

/** Code in a language that we know, in one that we don't, and in none. */
export const codeBlocks: Topic = {
  version: 1,
  id: 'code',
  title: 'Restart the agent',
  lang: 'en',
  body: [
    { type: 'code', lang: 'powershell', value: 'Restart-Service AADConnectProvisioningAgent' },
    { type: 'code', lang: 'Bicep', value: "resource app 'Microsoft.Web/sites@2024-04-01' = {\n  name: 'help'\n}" },
    { type: 'code', value: 'ping provisioning.contoso.example' },
  ],
};

/** One section alone needs no tab. */
export const oneSection: Topic = {
  version: 1,
  id: 'one-section',
  title: 'My badge opens no door',
  lang: 'en',
  updated: '2026-05-31',
  source: { url: 'https://intranet.contoso.example/badges' },
  body: [p('Badges last for two years.')],
  sections: [
    {
      id: 'renew',
      label: 'Have it renewed',
      body: [ordered(check('photo', 'Send a photo to the reception'), check('fetch', 'Fetch the new badge there'))],
    },
  ],
};

/** A picture with words below it, and one that is not there. */
export const pictures: Topic = {
  version: 1,
  id: 'pictures',
  title: 'How the directory is connected',
  lang: 'en',
  body: [
    image(
      'files/agent.svg',
      'The agent stands between directory and Entra ID',
      'The agent only calls out; nothing calls in.',
    ),
    image('files/no-such-picture.png', 'A screenshot of the agent’s settings, with the button Test connection'),
  ],
};

/** A topic in Arabic, which reads from right to left whatever the page does. */
export const arabicTopic: Topic = {
  version: 1,
  id: 'arabic',
  title: 'تقرير المصروفات متوقف',
  lang: 'ar',
  body: [p('اختر ما تراه في `Contoso Travel`.'), alert('tip', 'تُدفع التقارير خلال خمسة أيام عمل.')],
  sections: [
    {
      id: 'waiting',
      label: 'ينتظر الموافقة منذ أيام',
      body: [
        p('غالبًا ما يكون المسؤول عن الموافقة غائبًا.'),
        ordered(check('approver', 'اعرف من يوافق عليه'), check('remind', 'أرسل تذكيرًا')),
      ],
    },
    { id: 'returned', label: 'عاد مع ملاحظة', body: [p('أضف صورة الإيصال.')] },
  ],
};

/** Addresses that never become links, or pictures, beside those that do. */
export const blockedAddresses: Topic = {
  version: 1,
  id: 'blocked-addresses',
  title: 'Addresses that show as text',
  lang: 'en',
  body: [
    p(
      'A ',
      link('script', 'javascript:alert(document.domain)'),
      ' shows as text, so does a ',
      link('data address', 'data:text/html,hello'),
      '; an ',
      link('ordinary page', 'https://contoso.example/'),
      ' is a link.',
    ),
    p('In place of a picture that may not load stands what it shows:'),
    image('data:image/gif;base64,R0lGODlhAQABAAAAACw=', 'A picture inside its own address'),
    image('files/agent.svg', 'A picture of the site itself'),
    {
      type: 'links',
      items: [
        { label: 'A file on a disk', href: 'file:///etc/passwd', description: 'Shows as text' },
        { label: 'A page on the web', href: 'https://contoso.example/help' },
      ],
    },
  ],
};

/** Nodes that are broken, beside those that show. What no type allows, so it comes as from a file. */
export const faultyNodes = {
  version: 1,
  id: 'faulty-nodes',
  title: 'A topic with faults',
  lang: 'en',
  keywords: 'one, two',
  body: [
    p('This paragraph is fine.'),
    { type: 'paragraph' },
    { type: 'heading', depth: 9, children: words('A heading of no known depth') },
    { type: 'marquee', children: [p('The text of an unknown node shows.')] },
    {
      type: 'links',
      items: [{ label: 'A link without an address' }, { label: 'A link', href: 'https://contoso.example/' }],
    },
    null,
    'text without a node',
    p('So is this one.'),
  ],
  sections: [
    { id: 'same', label: 'A section', body: [p('The first one.')] },
    { id: 'same', label: 'A section with the id of the first', body: [p('It gets another id.')] },
    { id: 'no-label', body: [p('Left out.')] },
  ],
} as unknown as Topic;
