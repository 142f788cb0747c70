// Sounds: one after another (InnerAudioContext) and synthesised (WebAudioContext).
import { currentPage } from '../runtime/page-stack'
import { loadableUrl } from '../runtime/resources'
import { apis } from './call'

const EVENTS = {
  Canplay: 'canplay',
  Play: 'play',
  Pause: 'pause',
  Stop: 'host-stop',
  Ended: 'ended',
  TimeUpdate: 'timeupdate',
  Error: 'error',
  Waiting: 'waiting',
  Seeking: 'seeking',
  Seeked: 'seeked',
}

/** WeChat's audio player over the browser's. */
function createInnerAudioContext(): Record<string, any> {
  const audio = new Audio()
  let src = ''
  const context: Record<string, any> = {
    play: () =>
      void audio.play().catch((error) => audio.dispatchEvent(new CustomEvent('error', { detail: error.message }))),
    pause: () => audio.pause(),
    stop: () => {
      audio.pause()
      audio.currentTime = 0
      audio.dispatchEvent(new Event('host-stop'))
    },
    seek: (seconds: number) => {
      audio.currentTime = seconds
    },
    destroy: () => {
      audio.pause()
      audio.removeAttribute('src')
    },
    obeyMuteSwitch: true,
  }
  for (const [name, event] of Object.entries(EVENTS)) {
    const wrapped = new Map<unknown, EventListener>()
    context[`on${name}`] = (listener: (result: unknown) => void) => {
      const own: EventListener = () => listener(event === 'error' ? { errCode: 10001, errMsg: 'audio error' } : {})
      wrapped.set(listener, own)
      audio.addEventListener(event, own)
    }
    context[`off${name}`] = (listener: unknown) => {
      const own = wrapped.get(listener)
      if (own) audio.removeEventListener(event, own)
    }
  }
  Object.defineProperty(context, 'src', {
    get: () => src,
    set: (value: string) => {
      src = value
      void loadableUrl(value, currentPage()?.path).then((url) => {
        audio.src = url
      })
    },
  })
  for (const name of ['autoplay', 'loop', 'volume', 'playbackRate', 'currentTime', 'duration', 'paused'] as const) {
    Object.defineProperty(context, name, {
      get: () => audio[name],
      set: (value) => {
        ;(audio as any)[name] = value
      },
    })
  }
  return context
}

export const audio = {
  createInnerAudioContext,
  createWebAudioContext: () => new AudioContext(),
  ...apis({ setInnerAudioOption: () => undefined }),
}
