import { openPhoneDatabase } from '@wangge/offline';
import { render } from 'preact';
import { App } from './app/App';
import { Broken } from './app/Broken';
import { applyPreferences } from './data/preferences';
import { keepPages } from './worker/keep-pages';
import '@wangge/look/tokens.css';
import './styles/index.css';

applyPreferences();
void keepPages();
const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
openPhoneDatabase().then(
  (database) => render(<App database={database} />, root),
  () => render(<Broken />, root),
);
