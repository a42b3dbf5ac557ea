// The page's entry: one style sheet, one element. The element comes to life in a task
// of its own, so that reading the page and drawing it do not add up to a long one.

import './page/no_peers';
import { ParcelwisePage } from './page/parcelwise_page';
import './style/page.css';

setTimeout(() => customElements.define('parcelwise-page', ParcelwisePage));
