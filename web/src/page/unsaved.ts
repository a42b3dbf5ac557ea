// Whether closing the page would lose work. What is kept until tomorrow, in a file or in the
// journal would not be lost; numbers, units in hand and typed words otherwise would.

import type { PageModel } from './page_model';

// Fields whose text is taken up only when it is sent.
const halfTyped = '#tracking-field, #paste-field, #own-words, #bulk-words, #stock-field';

export function wouldLose(page: PageModel): boolean {
  const { keeper, plan, desk, tracking, typed, state } = page;
  const fields = document.querySelectorAll<HTMLTextAreaElement>(halfTyped);
  if (
    [...fields].some(
      ({ id, value }) => value.trim() && !(id === 'stock-field' && value === desk.stockTyped),
    )
  )
    return true;
  if (keeper.holds) return false;
  if (state.sample) return plan.hides;
  const words = [...typed.values()].flatMap((each) => Object.values(each));
  return plan.unsaved || desk.stock !== '' || tracking.unsaved || words.some((each) => each !== '');
}
