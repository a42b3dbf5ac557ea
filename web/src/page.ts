// The page's entry: one style sheet, one element.

import './style/page.css';
import './page/parcelwise_page';
