// A file as it comes: the seller's own tables and saved work by what is in it, and reports.

import { savedCases } from '../desk/cases';
import { savedWork } from '../desk/plan';
import { rememberedShop, rememberedTerms, shopOf, takeSettings } from '../desk/settings';
import { decoded, ownFile } from '../desk/tables';
import { marked } from '../format/marked';
import type { PageModel } from './page_model';

// What comes of it is seen in the work list.
export function addReport(page: PageModel, name: string, source: Blob): void {
  if (page.desk.summary) page.set({ view: 'work' });
  page.desk.add([{ name, source }]);
}

// A table, a plan or a policy of the seller's own; else it is a report.
export async function addOwnFile(page: PageModel, file: File): Promise<void> {
  const kind = await ownFile(file).catch(() => undefined);
  if (!kind) return addReport(page, file.name, file);
  const text = await decoded(file);
  if (kind === 'policy') return page.desk.setPolicy(text);
  if (kind === 'journal') {
    if (page.state.sample) await page.act.clear();
    const journalRefused = await page.journal.load(text);
    return page.set({ journalRefused });
  }
  if (kind === 'wording') return page.desk.setWording(text);
  if (kind === 'cases') {
    const cases = savedCases(text);
    page.set({ view: 'cases', casesRefused: !cases });
    return cases && page.cases.load(cases);
  }
  if (kind === 'layout') {
    page.act.showOutbox(true);
    return void (await page.outbox.addLayout(text));
  }
  if (kind === 'settings') {
    const taken = takeSettings(text);
    page.set({ announced: taken ? page.speech.words.shop.taken : page.speech.words.shop.notAShop });
    return taken ? useSettings(page) : undefined;
  }
  if (kind === 'shop') {
    page.act.showOutbox(true);
    return page.outbox.offerShop(shopOf(text) ?? {});
  }
  if (kind === 'work') {
    const work = savedWork(text);
    page.set({ view: work?.requests.length ? 'plan' : 'combine' });
    return work && page.plan.load(work);
  }
  page.set({ view: 'combine', termsOpen: true });
  const table = { name: marked(file.name), text };
  await page.parcels.setTerms(kind === 'skus' ? { skus: table } : { ownTariff: table });
}

// What was remembered anew counts from now on.
async function useSettings(page: PageModel): Promise<void> {
  page.savedViews.read();
  await page.desk.learnExports();
  await page.parcels.setTerms(rememberedTerms());
  await page.outbox.setShop(rememberedShop());
  page.changed();
}
