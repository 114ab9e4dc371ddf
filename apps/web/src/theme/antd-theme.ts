import type { ThemeConfig } from 'antd';
import { theme } from 'antd';

const light = {
  colorPrimary: '#0958d9',
  // antd would lighten it under the mouse, too far for white words.
  colorPrimaryHover: '#0747b3',
  colorLink: '#0958d9',
  colorInfo: '#0958d9',
  colorError: '#cf1322',
  colorWarning: '#925400',
  colorSuccess: '#1b7434',
  colorText: '#1a2027',
  colorTextSecondary: '#47515e',
  colorTextTertiary: '#5d6774',
  colorTextQuaternary: '#5d6774',
  colorTextPlaceholder: '#5d6774',
  colorTextDisabled: '#5d6774',
  colorTextDescription: '#5d6774',
  colorBgBase: '#ffffff',
  colorBgContainer: '#ffffff',
  colorBgElevated: '#ffffff',
  colorBgContainerDisabled: '#f1f4f8',
  colorBorder: '#c8cfd8',
  colorBorderSecondary: '#e3e7ec',
  colorBorderDisabled: '#c8cfd8',
  colorSplit: '#e3e7ec',
  controlItemBgHover: '#f1f4f8',
  controlItemBgActive: '#e9f1fe',
  controlItemBgActiveHover: '#e9f1fe',
};

const dark = {
  colorPrimary: '#3b7de0',
  colorPrimaryHover: '#3470cc',
  colorLink: '#6aa4ff',
  colorInfo: '#6aa4ff',
  colorError: '#ff8078',
  colorWarning: '#e3a84a',
  colorSuccess: '#69c184',
  colorText: '#e4e8ec',
  colorTextSecondary: '#b3bbc5',
  colorTextTertiary: '#8f99a5',
  colorTextQuaternary: '#8f99a5',
  colorTextPlaceholder: '#8f99a5',
  colorTextDisabled: '#8f99a5',
  colorTextDescription: '#8f99a5',
  colorBgBase: '#14171b',
  colorBgContainer: '#14171b',
  colorBgElevated: '#20252b',
  colorBgContainerDisabled: '#20252b',
  colorBorder: '#3c4550',
  colorBorderSecondary: '#272d35',
  colorBorderDisabled: '#3c4550',
  colorSplit: '#272d35',
  controlItemBgHover: '#2a313a',
  controlItemBgActive: '#172a47',
  controlItemBgActiveHover: '#172a47',
};

/**
 * The tokens of the design, as antd's controls take them. `isStill`: nothing moves, and popups open
 * without waiting for the end of an animation.
 */
export function antdTheme(isDark: boolean, isStill: boolean): ThemeConfig {
  const colours = isDark ? dark : light;
  const field = isDark ? '#6b7684' : '#8792a0';
  const blue = isDark ? '#6aa4ff' : '#0958d9';
  const fieldTokens = {
    colorBorder: field,
    hoverBorderColor: blue,
    activeBorderColor: blue,
    activeShadow: `0 0 0 1px ${blue}`,
  };
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...colours,
      fontFamily: 'var(--font)',
      fontSize: 13,
      fontSizeLG: 14,
      lineHeight: 20 / 13,
      borderRadius: 4,
      borderRadiusLG: 4,
      borderRadiusSM: 4,
      borderRadiusXS: 2,
      controlHeight: 28,
      controlHeightLG: 36,
      controlHeightSM: 24,
      controlOutlineWidth: 1,
      motion: !isStill,
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.15s',
      boxShadow: 'none',
      boxShadowTertiary: 'none',
      boxShadowSecondary: isDark
        ? '0 4px 20px rgb(0 0 0 / 55%), 0 0 1px rgb(255 255 255 / 35%)'
        : '0 4px 16px rgb(26 32 39 / 16%), 0 0 1px rgb(26 32 39 / 30%)',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        dangerColor: isDark ? '#14171b' : '#ffffff',
        defaultBorderColor: isDark ? '#6b7684' : '#c8cfd8',
        defaultHoverBorderColor: blue,
        defaultHoverColor: blue,
        paddingInline: 15,
        fontWeight: 400,
        contentFontSizeLG: 14,
      },
      Input: fieldTokens,
      InputNumber: fieldTokens,
      Select: {
        colorBorder: field,
        hoverBorderColor: blue,
        activeBorderColor: blue,
        activeOutlineColor: 'transparent',
        optionHeight: 28,
        optionPadding: '4px 8px',
        optionSelectedFontWeight: 600,
      },
      Form: {
        itemMarginBottom: 8,
        verticalLabelPadding: '0 0 4px',
        labelColor: colours.colorTextSecondary,
      },
      Tooltip: {
        colorBgSpotlight: isDark ? '#e4e8ec' : '#1a2027',
        colorTextLightSolid: isDark ? '#14171b' : '#ffffff',
      },
      Checkbox: { colorBorder: field },
      Radio: { colorBorder: field },
    },
  };
}
