import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import pLimit from 'p-limit';
import { version } from '../version.js';
import type { Problem } from './problems.js';
import type { Progress } from './progress.js';

/** What an address answered, and when. */
interface Answer {
  /** The status, or 0 where there was no answer. */
  status: number;
  /** Where it has moved to for good. */
  moved?: string;
  /** Why there was no answer. */
  reason?: string;
  /** In milliseconds since 1970. */
  at: number;
}

const polite = {
  /** Requests at the same time, to all hosts together. */
  requests: 8,
  /** Milliseconds between two requests to the same host, which gets one at a time. */
  pause: 100,
  /** Milliseconds to wait for an answer. */
  deadline: 10_000,
  /** Tries after the first one. */
  retries: 2,
  /** Milliseconds before the first retry; twice as long before the next. */
  wait: 500,
  /** The longest that a server may make us wait, in milliseconds: it can say so with `Retry-After`. */
  longestWait: 30_000,
  /** Milliseconds for which a good answer counts. */
  fresh: 7 * 86_400_000,
};

/** Asks each address whether it is there: slowly, briefly, and not again within a week. */
export async function askNetwork(
  addresses: ReadonlyMap<string, { file: string; line: number }>,
  { cache }: { cache?: string | undefined },
  bar: Progress,
): Promise<Problem[]> {
  const known = readCache(cache);
  const pages = new Map<string, string[]>();
  for (const address of addresses.keys()) {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url) continue;
    url.hash = '';
    pages.set(url.href, [...(pages.get(url.href) ?? []), address]);
  }
  const hosts = new Map<string, string[]>();
  for (const page of pages.keys()) hosts.set(new URL(page).host, [...(hosts.get(new URL(page).host) ?? []), page]);
  bar.start(pages.size);
  const answers = new Map<string, Answer>();
  const limit = pLimit(polite.requests);
  await limit.map([...hosts.values()], async (pagesOfHost) => {
    for (const page of pagesOfHost) {
      const old = known[page];
      if (old && isGood(old) && Date.now() - old.at < polite.fresh) answers.set(page, old);
      else {
        answers.set(page, await ask(page));
        // Thousands take long: who stops half-way need not begin again.
        if (cache && answers.size % 100 === 0) writeCache(cache, answers);
        await setTimeout(polite.pause);
      }
      bar.step();
    }
  });
  if (cache) writeCache(cache, answers);
  return [...pages].flatMap(([page, written]) => {
    const finding = judge(answers.get(page));
    return written.flatMap((address) =>
      finding
        ? [
            {
              ...(addresses.get(address) ?? { file: '', line: 1 }),
              ...finding,
              message: `${address} ${finding.message}`,
            },
          ]
        : [],
    );
  });
}

const isGood = ({ status }: Answer): boolean => status >= 200 && status < 400;

function judge(answer: Answer | undefined): Pick<Problem, 'level' | 'code' | 'message'> | undefined {
  if (!answer) return undefined;
  const { status, moved, reason } = answer;
  if (moved) return { level: 'info', code: 'moved-address', message: `has moved to ${moved}` };
  if (isGood(answer)) return undefined;
  if (status === 0) return { level: 'warning', code: 'dead-link', message: `does not answer: ${reason}` };
  if (status === 401 || status === 403)
    return { level: 'info', code: 'closed-link', message: `lets nobody in without signing in (status ${status})` };
  if (status === 404 || status === 410)
    return { level: 'error', code: 'dead-link', message: `is not there (status ${status})` };
  return { level: 'warning', code: 'dead-link', message: `answers with status ${status}` };
}

async function ask(page: string): Promise<Answer> {
  let answer: Answer = { status: 0, at: 0 };
  // Some servers know no HEAD, or answer it wrongly.
  for (let method = 'HEAD', attempt = 0; attempt <= polite.retries; attempt++) {
    let wait = polite.wait * 2 ** attempt;
    try {
      const response = await request(page, method);
      answer = response.answer;
      if (isGood(answer)) return answer;
      if (method === 'HEAD') {
        method = 'GET';
        attempt--;
        if (![429, 503].includes(answer.status)) continue;
      }
      if (![408, 425, 429, 500, 502, 503, 504].includes(answer.status)) return answer;
      // Who asks for more than that is left in peace.
      if (response.retryAfter > polite.longestWait) return answer;
      wait = Math.max(wait, response.retryAfter);
    } catch (error) {
      const { message, cause, name } = error as Error;
      const code = (cause as NodeJS.ErrnoException | undefined)?.code;
      const reason = name === 'TimeoutError' ? `nothing came within ${polite.deadline / 1000} s` : (code ?? message);
      answer = { status: 0, reason, at: Date.now() };
      method = 'GET';
      // A name that does not exist won't in a second either.
      if (code === 'ENOTFOUND') return answer;
    }
    if (attempt < polite.retries) await setTimeout(wait);
  }
  return answer;
}

async function request(page: string, method: string): Promise<{ answer: Answer; retryAfter: number }> {
  const signal = AbortSignal.timeout(polite.deadline);
  const headers = { 'user-agent': `help-elements/${version} (link check)`, accept: 'text/html,*/*;q=0.8' };
  let url = page;
  let moved: string | undefined;
  let isLasting = true;
  for (let hop = 0; ; hop++) {
    const response = await fetch(url, { method, headers, signal, redirect: 'manual' });
    // Only the answer's first line matters.
    await response.body?.cancel();
    const { status } = response;
    const location = response.headers.get('location');
    if (status < 300 || status >= 400 || !location || hop === 10) {
      const after = response.headers.get('retry-after') ?? '';
      const seconds = /^\d+$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000;
      return {
        answer: { status, ...(moved && status < 300 && { moved }), at: Date.now() },
        retryAfter: Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : 0,
      };
    }
    url = new URL(location, url).href;
    isLasting &&= status === 301 || status === 308;
    if (isLasting) moved = url;
  }
}

function readCache(path: string | undefined): Record<string, Answer | undefined> {
  try {
    return path ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Answer>) : {};
  } catch {
    return {};
  }
}

/** Only what was good is remembered; what wasn't may be mended. */
function writeCache(path: string, answers: ReadonlyMap<string, Answer>): void {
  try {
    writeFileSync(path, JSON.stringify(Object.fromEntries([...answers].filter(([, answer]) => isGood(answer)).sort())));
  } catch {
    // A folder that can't be written: asked again next time.
  }
}
