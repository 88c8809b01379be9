import { aTimeout, expect, fixture } from '@open-wc/testing';
import '../../src/define/provisioning-log-check.js';
import type { ProvisioningLogCheck } from '../../src/elements/provisioning-log-check.js';
import { registerLocale } from '../../src/index.js';
import { loadPseudo, pseudoLocale } from '../../src/localization/generated/pseudo.js';
import * as logs from '../../stories/logs.js';
import {
  collect,
  find,
  findAll,
  focused,
  frame,
  isChromium,
  press,
  shadowText,
  textOf,
  tree,
  until,
} from '../helpers.js';

async function open(
  markup = '<provisioning-log-check lang="en"></provisioning-log-check>',
): Promise<ProvisioningLogCheck> {
  const element = await fixture<ProvisioningLogCheck>(markup);
  await until(() => element.shadowRoot?.querySelector('.zone'), 'the first paint');
  return element;
}

const done = (element: Element) => until(() => element.matches(':state(done)'), 'the answer');
const verdict = (element: ProvisioningLogCheck) => textOf(find(element.shadowRoot!, '.verdict .sentence'));
const file = (text: BlobPart, name = 'log.json') => new File([text], name);
const titles = (element: ProvisioningLogCheck) => findAll(element.shadowRoot!, '.card .title h5').map(textOf);
const rows = (element: ProvisioningLogCheck) => findAll(element.shadowRoot!, '.page .row');
const names = (element: ProvisioningLogCheck) => rows(element).map((row) => textOf(find(row, 'button bdi')));
const button = (element: ProvisioningLogCheck, label: string) => {
  const found = findAll(element.shadowRoot!, 'button').find((one) => textOf(one) === label);
  if (!found) throw new Error(`There is no button “${label}”.`);
  return found;
};

/** As the system hands files over: dropped, or pasted. */
function transfer(...files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const one of files) data.items.add(one);
  return data;
}

/** A log of so many users, every tenth of whom failed. */
const large = (count: number) =>
  JSON.stringify(
    Array.from({ length: count }, (_, index) => ({
      id: String(index),
      changeId: String(index),
      activityDateTime: new Date(Date.UTC(2026, 0, 15, 8) + index * 1000).toISOString(),
      provisioningAction: 'create',
      sourceIdentity: { id: String(index), details: { UserPrincipalName: `user-${index}@contoso.example` } },
      provisioningStatusInfo:
        index % 10
          ? { status: 'success' }
          : { status: 'failure', errorInformation: { errorCode: 'MandatoryFieldsMissing', reason: 'No surname' } },
      provisioningSteps: [],
    })),
  );

describe('provisioning-log-check', () => {
  describe('takes a log', () => {
    it('that is chosen', async () => {
      const element = await open();
      const box = find<HTMLInputElement>(element.shadowRoot!, 'input[type=file]');
      box.files = transfer(file(logs.notAssigned)).files;
      box.dispatchEvent(new Event('change'));
      await done(element);
      expect(verdict(element)).to.equal('8 users were skipped, because they aren’t assigned to the app.');
      expect(titles(element)[0]).to.equal('Not assigned to the app');
      await expect(element).to.be.accessible();
    });

    it('that is dropped, and shows where', async () => {
      const element = await open();
      const zone = find(element.shadowRoot!, '.zone');
      const drag = (type: string) =>
        zone.dispatchEvent(
          new DragEvent(type, {
            bubbles: true,
            composed: true,
            cancelable: true,
            dataTransfer: transfer(file(logs.conflict)),
          }),
        );
      // Taken, or the browser would show the file in place of the page.
      expect(drag('dragover')).to.equal(false);
      await element.updateComplete;
      expect([...zone.classList]).to.include('over');
      expect(drag('drop')).to.equal(false);
      await done(element);
      expect(titles(element).slice(0, 2)).to.deep.equal([
        'Another account already uses this value',
        'Several accounts match one user',
      ]);
    });

    it('that is pasted anywhere inside, as a file or as text', async () => {
      const element = await open();
      const paste = (data: DataTransfer) => {
        const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
        // Firefox leaves out what its constructor is given.
        Object.defineProperty(event, 'clipboardData', { value: data });
        find(element.shadowRoot!, '.choose').dispatchEvent(event);
      };
      paste(transfer(file(logs.allFine)));
      await done(element);
      expect(verdict(element)).to.equal('Everything in this log went as it should.');
      button(element, 'Check another log').click();
      await element.updateComplete;
      const text = new DataTransfer();
      text.setData('text/plain', logs.missingValue);
      paste(text);
      await done(element);
      expect(titles(element)[0]).to.equal('A required value is empty or not valid');
    });

    it('that is typed into the field', async () => {
      const element = await open();
      find<HTMLDetailsElement>(element.shadowRoot!, '.paste').open = true;
      find<HTMLTextAreaElement>(element.shadowRoot!, 'textarea').value = logs.notAssigned;
      button(element, 'Check this text').click();
      await done(element);
    });

    it('from its property or method: several files are one log', async () => {
      const element = await open();
      element.file = [file(logs.badCredentials), file(logs.quarantinedJob, 'job.json')];
      await done(element);
      expect(textOf(find(element.shadowRoot!, '.quarantine h4'))).to.equal('Provisioning is in quarantine');
      const diagnosis = await element.check(logs.allFine);
      expect(diagnosis.totals.total).to.equal(48);
      expect(element.diagnosis).to.equal(diagnosis);
    });
  });

  describe('while it reads', () => {
    it('shows how far it is; Escape stops it, and the focus is back where it began', async () => {
      const element = await open();
      find(element.shadowRoot!, '.choose').focus();
      const box = find<HTMLInputElement>(element.shadowRoot!, 'input[type=file]');
      box.files = transfer(file(large(60_000))).files;
      box.dispatchEvent(new Event('change'));
      await until(() => focused()?.matches('.cancel'), 'the focus on Cancel');
      expect(element.matches(':state(reading)')).to.equal(true);
      if (isChromium)
        expect((await tree()).some(({ role, name }) => role === 'progressbar' && name === 'Reading the log…')).to.equal(
          true,
        );
      await press('Escape');
      await until(() => element.shadowRoot!.querySelector('.zone'), 'the beginning');
      expect(textOf(focused()!)).to.equal('Choose files');
      await aTimeout(300);
      expect(element.diagnosis ?? null).to.equal(null);
    });

    it('gives up a log for the next one: the first never shows', async () => {
      const element = await open();
      const summaries = collect(element, 'help-diagnosis');
      const first = element.check(file(large(60_000)));
      await aTimeout(20);
      const second = element.check(logs.notAssigned);
      let fault: unknown;
      await first.catch((reason: unknown) => (fault = reason));
      expect((fault as DOMException).name).to.equal('AbortError');
      expect((await second).totals.total).to.equal(58);
      await aTimeout(300);
      expect(element.diagnosis!.totals.total).to.equal(58);
      expect(summaries).to.have.length(1);
    });

    it('goes on when it is moved, and stops when it is gone', async () => {
      const element = await open();
      const other = await fixture<HTMLElement>('<div></div>');
      const moved = element.check(file(large(20_000)));
      other.append(element);
      expect((await moved).totals.total).to.equal(20_000);
      const gone = element.check(file(large(60_000)));
      element.remove();
      let fault: unknown;
      await gone.catch((reason: unknown) => (fault = reason));
      expect((fault as DOMException).name).to.equal('AbortError');
    });
  });

  describe('answers', () => {
    it('with the verdict first, where the focus goes, and whose turn it is', async () => {
      const element = await open();
      find(element.shadowRoot!, '.choose').focus();
      const box = find<HTMLInputElement>(element.shadowRoot!, 'input[type=file]');
      box.files = transfer(file(logs.notAssigned)).files;
      box.dispatchEvent(new Event('change'));
      await done(element);
      await until(() => focused()?.matches('.sentence'), 'the focus on the verdict');
      // Announced by the focus alone, not twice.
      expect(textOf(find(element.shadowRoot!, '.unseen[role=status]'))).to.equal('');
      expect(textOf(find(element.shadowRoot!, '.verdict .turn'))).to.equal(
        'Whose turn: The Microsoft Entra administrator',
      );
      if (!isChromium) return;
      const nodes = await tree();
      const heading = nodes.find(({ role, level }) => role === 'heading' && level === 3);
      expect(heading?.name).to.equal('8 users were skipped, because they aren’t assigned to the app.');
    });

    it('without taking the focus from elsewhere: it is announced', async () => {
      const page = await fixture<HTMLElement>('<div><input /><provisioning-log-check></provisioning-log-check></div>');
      const element = find<ProvisioningLogCheck>(page, 'provisioning-log-check');
      const field = find(page, 'input');
      field.focus();
      element.file = logs.notAssigned;
      await done(element);
      await frame();
      expect(focused()).to.equal(field);
      expect(textOf(find(element.shadowRoot!, '.unseen[role=status]'))).to.contain('8 users were skipped');
    });

    it('with the step where it stopped, for a screen reader too', async () => {
      const element = await open();
      await element.check(logs.notAssigned);
      await done(element);
      const steps = findAll(find(element.shadowRoot!, '.card .stepper'), 'li').map((step) => [
        textOf(step),
        step.ariaCurrent,
      ]);
      expect(steps).to.deep.equal([
        ['Connect Reach the app Done.', null],
        ['Import Read the user Done.', null],
        ['Scope Decide who is in It stopped here.', 'step'],
        ['Match Find the account Not reached.', null],
        ['Act Write to the app Not reached.', null],
      ]);
    });

    it('with what is as it should be folded away, last', async () => {
      const element = await open();
      await element.check(logs.notAssigned);
      await done(element);
      const fine = find<HTMLDetailsElement>(element.shadowRoot!, '.fine');
      expect(fine.open).to.equal(false);
      expect(findAll(fine, '.card')).to.have.length(1);
      expect(textOf(find(fine, 'summary'))).to.equal('Working as set up 20');
    });

    it('with a chart whose table adds up to the counts', async () => {
      const element = await open();
      await element.check(logs.conflict);
      await done(element);
      const totals = findAll(element.shadowRoot!, '.totals > div').map((one) => [...one.children].map(textOf));
      expect(totals).to.deep.equal([
        ['Failed', '4'],
        ['Skipped', '14'],
        ['Done', '30'],
      ]);
      const sums = [0, 0, 0];
      for (const line of findAll(element.shadowRoot!, 'tbody tr'))
        for (const [index, cell] of [...line.querySelectorAll('td')].entries())
          sums[index]! += Number(cell.textContent);
      expect(sums).to.deep.equal([4, 14, 30]);
      expect(find(element.shadowRoot!, '.chart svg').getAttribute('aria-hidden')).to.equal('true');
    });

    it('with how near quarantine is, as a meter, and the service’s tries to come', async () => {
      const element = await open();
      await element.check(logs.conflict);
      await done(element);
      const meter = find<HTMLMeterElement>(element.shadowRoot!, 'meter');
      expect(meter.ariaLabel).to.match(/^Way to quarantine: \d+%$/);
      expect(meter.value).to.equal(element.diagnosis!.clock.nearness!.level);
      expect(textOf(find(element.shadowRoot!, '.clock'))).to.contain('approximations');
    });

    it('in another language at once: the same log in other words', async () => {
      const element = await open();
      await element.check(logs.notAssigned);
      await done(element);
      const english = verdict(element);
      const { rows } = element.diagnosis!;
      registerLocale(pseudoLocale, loadPseudo);
      element.locale = pseudoLocale;
      await until(() => verdict(element) !== english, 'the other verdict');
      expect(element.diagnosis!.rows).to.equal(rows);
      expect(textOf(find(element.shadowRoot!, 'h2'))).not.to.equal('Check the provisioning log');
    });

    it('to what is no log: what it is, and the way to choose again', async () => {
      const element = await open();
      const picture = file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'log.png');
      const diagnosis = await element.check(picture);
      await until(() => element.matches(':state(error)'), 'the message');
      expect(shadowText(element)).to.contain(diagnosis.problems[0]!.message);
      expect(find(element.shadowRoot!, '.choose').checkVisibility()).to.equal(true);
      await element.check(logs.allFine);
      await done(element);
      expect(element.matches(':state(error)')).to.equal(false);
    });

    it('to half a file: what was read, and where it stopped', async () => {
      const element = await open();
      const { problems } = await element.check(file(logs.truncated));
      await done(element);
      expect(problems.map(({ code }) => code)).to.deep.equal(['truncated']);
      expect(textOf(find(element.shadowRoot!, '.problems'))).to.contain(problems[0]!.at);
      expect(titles(element)[0]).to.equal('Not assigned to the app');
    });
  });

  describe('asks about columns that it does not know', () => {
    it('and remembers the answer for the page', async () => {
      const element = await open();
      await element.check(file(logs.unknownColumns, 'log.csv'));
      await until(() => element.shadowRoot!.querySelector('.mapping'), 'the question');
      const selects = findAll<HTMLSelectElement>(find(element.shadowRoot!, '.mapping'), 'select');
      // What the values say is chosen already.
      expect(selects.map(({ value }) => value)).to.deep.equal(['action', 'status', 'time', '', '']);
      expect(textOf(selects[3]!.closest('label')!.firstElementChild!)).to.equal('Wer Ada Example');
      selects[3]!.value = 'name';
      selects[4]!.value = 'errorCode';
      await expect(element).to.be.accessible();
      button(element, 'Check again').click();
      await until(() => titles(element)[0] === 'Another account already uses this value', 'the answer');
      expect(element.shadowRoot!.querySelector('.mapping')).to.equal(null);
      await until(() => rows(element).length, 'the list');
      expect(names(element)).to.deep.equal(['Ada Example']);

      const other = await open();
      await other.check(file(logs.unknownColumns, 'log.csv'));
      await done(other);
      expect(other.shadowRoot!.querySelector('.mapping')).to.equal(null);
    });
  });

  describe('lists the users', () => {
    async function checked(log: string | File): Promise<ProvisioningLogCheck> {
      const element = await open();
      await element.check(log);
      await done(element);
      await until(() => rows(element).length, 'the list');
      return element;
    }

    it('that need a look first; by cause, by name, and all', async () => {
      const element = await checked(logs.conflict);
      expect(names(element)).to.have.length(6);
      const count = () => textOf(find(element.shadowRoot!, '.users > [role=status]'));
      expect(count()).to.equal('6 users');
      const search = find<HTMLInputElement>(element.shadowRoot!, 'input[type=search]');
      search.focus();
      await press('H', 'a', 'n', 'a');
      await until(() => count() === '1 user', 'the one');
      expect(names(element)).to.deep.equal(['hana.rei@contoso.example']);

      const disabled = findAll(element.shadowRoot!, '.card').find((card) => textOf(card).includes('disabled'))!;
      (disabled as HTMLDetailsElement).open = true;
      findAll(disabled, 'button')[0]!.click();
      await until(() => count() === '2 users', 'those of the cause');
      expect(focused()?.id).to.equal('users');
      expect(search.value).to.equal('');

      const choice = find<HTMLSelectElement>(element.shadowRoot!, '.filters select');
      expect(textOf(choice.selectedOptions[0]!)).to.equal('The account is disabled');
      choice.value = 'all';
      choice.dispatchEvent(new Event('change'));
      await until(() => count() === '48 users', 'everyone');
      await expect(element).to.be.accessible();
    });

    it('by keyboard: arrows move, Enter opens the whole story, Escape goes back', async () => {
      const element = await checked(logs.missingValue);
      find(element.shadowRoot!, '.page button[tabindex="0"]').focus();
      await press('ArrowDown', 'ArrowDown');
      await until(() => textOf(focused()!).startsWith('chi.placeholder'), 'the third');
      await press('Enter');
      await until(() => focused()?.id === 'story', 'the story');
      const story = find(element.shadowRoot!, '.story');
      expect(textOf(find(story, '#story'))).to.contain('Chi Placeholder');
      expect(findAll(find(story, '.steps'), 'li > div > p:first-child').map(textOf)).to.deep.equal([
        'Read the user Done',
        'Decide who is in Done',
        'Find the account Done',
        'Write to the app Failed',
      ]);
      expect(textOf(find(story, 'blockquote'))).to.equal('Required attribute "surname" has no value.');
      await expect(element).to.be.accessible();
      await press('Escape');
      await until(() => textOf(focused()!).startsWith('chi.placeholder'), 'the row again');
      expect(element.shadowRoot!.querySelector('.story')).to.equal(null);
    });

    it('as a table to a screen reader, with rows of which only those in view exist', async () => {
      const element = await checked(file(large(30_000)));
      expect(rows(element).length).to.be.lessThan(160);
      const table = find(element.shadowRoot!, '.list');
      expect(table.getAttribute('aria-rowcount')).to.equal('3001');
      find(element.shadowRoot!, '.page button[tabindex="0"]').focus();
      await press('End');
      await until(() => textOf(focused()!) === 'user-29990@contoso.example', 'the last');
      expect(rows(element).at(-1)?.getAttribute('aria-rowindex')).to.equal('3001');
      await frame();
      expect(rows(element).length).to.be.lessThan(160);
      // The snapshot of the tree leaves headings of columns out.
      const headers = findAll(table, '[role=columnheader]').map(textOf);
      expect(headers).to.deep.equal(['User', 'Cause', 'Last result']);
    });

    it('without secrets', async () => {
      const element = await checked(logs.badCredentials);
      findAll(element.shadowRoot!, '.page button')[0]!.click();
      await until(() => element.shadowRoot!.querySelector('.story'), 'the story');
      expect(shadowText(element)).to.contain('Bearer [secret]').and.not.contain('eyJhbGciOi');
    });

    it('as CSV without formulas', async () => {
      const evil = logs.missingValue.replaceAll(
        'ada.example@contoso.example',
        '=HYPERLINK(\\"https://evil.example\\")',
      );
      const element = await checked(evil);
      const made: Blob[] = [];
      const { createObjectURL } = URL;
      const { click } = HTMLAnchorElement.prototype;
      URL.createObjectURL = (blob: Blob) => {
        made.push(blob);
        return createObjectURL.call(URL, blob);
      };
      // The browser of the tests saves no files.
      HTMLAnchorElement.prototype.click = function () {
        expect(this.download).to.equal('provisioning-users.csv');
      };
      try {
        button(element, 'Download these users as CSV').click();
        await until(() => made.length, 'the file');
      } finally {
        URL.createObjectURL = createObjectURL;
        HTMLAnchorElement.prototype.click = click;
      }
      const lines = (await made[0]!.text()).trim().split('\r\n');
      expect(lines).to.have.length(5);
      expect(lines[0]).to.match(/^\uFEFF?User,Name,Last result,/);
      expect(lines[1]).to.match(/^"'=HYPERLINK\(""https/);
    });
  });
});
