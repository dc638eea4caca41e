import '@wangge/look/tokens.css';
import '@wangge/map/map.css';
import './base.css';
import { render } from 'preact';
import { App } from './App';
import { LanguageProvider } from './language';

const root = document.getElementById('app');
if (root) {
  render(
    <LanguageProvider>
      <App />
    </LanguageProvider>,
    root,
  );
}
