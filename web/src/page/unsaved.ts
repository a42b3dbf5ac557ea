// Whether closing the page would lose work. What is kept until tomorrow, in a file or in the
// journal would not be lost; numbers, units in hand and typed words otherwise would.

import type { PageModel } from './page_model';

export function wouldLose(page: PageModel): boolean {
  const { keeper, plan, desk, tracking, typed, drafts, state } = page;
  const pasted = document.querySelector<HTMLTextAreaElement>('#paste-field')?.value ?? '';
  if (pasted.trim()) return true;
  for (const [field, text] of drafts) {
    if (field === 'tracking-carrier' || (field === 'stock' && text === desk.stockTyped)) continue;
    if (text.trim()) return true;
  }
  if (keeper.holds) return false;
  if (state.sample) return plan.hides;
  const words = [...typed.values()].flatMap((each) => Object.values(each));
  return plan.unsaved || desk.stock !== '' || tracking.unsaved || words.some((each) => each !== '');
}
