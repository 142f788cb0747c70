// WeChat's globals (wx, App, Page, Component …) for the mini program; nothing else in the project may see them.
/// <reference types="miniprogram-api-typings" />
