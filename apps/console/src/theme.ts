import { defaultLightTheme, type RaThemeOptions } from 'react-admin';

const FONT = '"HarmonyOS Sans SC","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif';

/** MUI's parts in the colours and sizes of tokens.css. MUI reckons with its palette, so it needs the values themselves. */
export const theme: RaThemeOptions = {
  ...defaultLightTheme,
  palette: {
    mode: 'light',
    primary: { main: '#1556c0', dark: '#0f449b', contrastText: '#ffffff' },
    secondary: { main: '#0b8f8c' },
    error: { main: '#b42525' },
    warning: { main: '#8a4f00' },
    success: { main: '#17693f' },
    text: { primary: '#1b2430', secondary: '#5b6675' },
    divider: '#dfe4ea',
    background: { default: '#ffffff', paper: '#ffffff' },
  },
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: FONT,
    fontSize: 14,
    body1: { fontSize: 14, lineHeight: '22px' },
    body2: { fontSize: 14, lineHeight: '22px' },
    fontWeightMedium: 600,
    fontWeightBold: 600,
    button: { textTransform: 'none' },
  },
  transitions: { duration: { enteringScreen: 150, leavingScreen: 100 } },
  components: {
    ...defaultLightTheme.components,
    // Without the ripple MUI's buttons would not show the focus at all.
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': { outline: '2px solid var(--focus)', outlineOffset: 1 } } },
    },
    MuiBackdrop: {
      styleOverrides: { root: { backgroundColor: 'rgb(27 36 48 / 30%)' }, invisible: { backgroundColor: 'transparent' } },
    },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiMenu: { styleOverrides: { paper: { boxShadow: 'var(--shadow)', border: '1px solid var(--line)' } } },
    MuiAutocomplete: {
      styleOverrides: { paper: { boxShadow: 'var(--shadow)', border: '1px solid var(--line)' }, option: { fontSize: 14 } },
    },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          '&.Mui-focusVisible': { outlineOffset: -2 },
          fontSize: 14,
          body1: { fontSize: 14, lineHeight: '22px' },
          body2: { fontSize: 14, lineHeight: '22px' },
          minHeight: 36,
        },
      },
    },
    MuiDialog: { styleOverrides: { paper: { boxShadow: 'var(--shadow)' } } },
    MuiOutlinedInput: { styleOverrides: { notchedOutline: { borderColor: '#8a95a3' } } },
    MuiTextField: { defaultProps: { size: 'small', variant: 'outlined', fullWidth: true } },
    MuiTooltip: { styleOverrides: { tooltip: { fontSize: 12, background: '#1b2430' } } },
  },
};
